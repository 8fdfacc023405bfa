#include "object.h"

#include <map>
#include <set>
#include <utility>

#include "../access.h"
#include "../attributes.h"
#include "../links.h"
#include "shortest_endings.h"

namespace facet::nwb {

namespace {

bool has(hid_t group, const char* child) {
  return hdf5::has_link(group, child);
}

/// Devices, subjects and schemas; electrodes are read through what refers to them.
bool is_left_out(const std::string& place) {
  return place == "general" || place == "specifications";
}

/// Takes the groups of a file, each once, however many links lead to it.
class Search {
 public:
  Search(std::string file, std::vector<Object>& found) : file_(std::move(file)), found_(found) {}

  bool enter(hid_t group, const std::string& place) {
    H5O_info_t info;
    if (is_left_out(place) || H5Oget_info2(group, &info, H5O_INFO_BASIC) < 0 ||
        !seen_.emplace(info.fileno, info.addr).second)
      return false;
    const std::string type = hdf5::text_attribute(group, "neurodata_type");
    types_[place] = type;
    const bool is_table = hdf5::has_attribute(group, "colnames") && nwb::has(group, "id");
    const bool is_series =
        !type.empty() && (nwb::has(group, "data") || nwb::has(group, "external_file"));
    if (is_table || is_series)
      found_.push_back({file_, place, type, types_[parent_of(place)], is_table});
    return !is_table && !is_series;
  }

 private:
  static std::string parent_of(const std::string& place) {
    const std::size_t slash = place.rfind('/');
    return slash == std::string::npos ? "" : place.substr(0, slash);
  }

  const std::string file_;
  std::vector<Object>& found_;
  std::set<std::pair<unsigned long, haddr_t>> seen_;
  std::map<std::string, std::string> types_;
};

}  // namespace

bool Object::has(hid_t opened, const std::string& child) const {
  return nwb::has(opened, (place + "/" + child).c_str());
}

hdf5::Dataset Object::open(hid_t opened, const std::string& child) const {
  const hdf5::Handle group(H5Oopen(opened, place.c_str(), hdf5::object_access()), H5Oclose);
  hdf5::Link link{child, {}};
  if (H5Lget_info(group, child.c_str(), &link.info, hdf5::object_access()) < 0)
    throw Error("has no '" + child + "'");
  const hdf5::Handle object(H5Oopen(group, child.c_str(), hdf5::object_access()), H5Oclose);
  if (object < 0) throw Error("cannot be read: its '" + child + "' " + why_not_opened(group, link));
  return {group, child};
}

std::vector<Object> find_objects(const std::string& path, hid_t file, FileArrays& arrays) {
  std::vector<Object> objects;
  Search search(path, objects);
  hdf5::visit(file,
              {[&](hid_t group, const std::string& place) { return search.enter(group, place); },
               [](const std::string&) {},
               [&](const std::string& place, const std::string& why) {
                 arrays.push_back(FileArray::unreadable(place, why));
               }});
  std::vector<std::string> places;
  for (const Object& object : objects) places.push_back(object.place);
  const std::vector<std::string> names = shortest_endings(places);
  for (std::size_t i = 0; i < names.size(); ++i) objects[i].name = names[i];
  return objects;
}

}  // namespace facet::nwb
