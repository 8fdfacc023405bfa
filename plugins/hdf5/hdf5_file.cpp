#include "hdf5_file.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "access.h"
#include "facet/error.h"
#include "links.h"

namespace facet::hdf5 {

namespace {

hid_t open(const std::string& path) {
  require_readable(path);
  if (H5Fis_hdf5(path.c_str()) <= 0) throw Error(path + ": is not an HDF5 file");
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, file_access());
  if (file >= 0) return file;
  const std::string error = last_error();
  if (error.find("h5clear") != std::string::npos)
    throw Error(path +
                ": was not closed by the program that wrote it: end that program, or where it "
                "is gone, run h5clear -s on a copy of the file");
  throw Error(path + ": cannot be read: " + error);
}

/// Goes through groups one by one: HDF5's own functions end at the first object that is damaged.
class Walk {
 public:
  explicit Walk(const Visitor& visitor) : visitor_(visitor) {}

  void through(hid_t group, const std::string& prefix) {
    const std::vector<Link> links = links_of(group);
    above_.push_back(place_of(group));
    entered_.insert(above_.back());
    for (const Link& link : links) take(group, link, prefix + link.name);
    above_.pop_back();
  }

 private:
  /// The file and the address in it.
  using Place = std::pair<unsigned long, haddr_t>;

  static Place place_of(hid_t object) {
    H5O_info_t info;
    if (H5Oget_info2(object, &info, H5O_INFO_BASIC) < 0) throw Error("is damaged: " + last_error());
    return {info.fileno, info.addr};
  }

  void take(hid_t group, const Link& link, const std::string& path) {
    const Handle object(H5Oopen(group, link.name.c_str(), object_access()), H5Oclose);
    if (object < 0) return visitor_.damaged(path, why_not_opened(group, link));
    if (H5Iget_type(object) == H5I_DATASET) return visitor_.dataset(path);
    if (H5Iget_type(object) != H5I_GROUP) return;
    try {
      if (link.is_hard()) return enter(object, path);
      const std::string why = why_not_followed(object);
      if (!why.empty()) return visitor_.damaged(path, where_to(group, link) + why);
      follow(object, path);
    } catch (const Error& error) {
      visitor_.damaged(path, error.what());
    }
  }

  void enter(hid_t group, const std::string& path) {
    if (!entered_.contains(place_of(group)) && visitor_.enter(group, path))
      through(group, path + "/");
  }

  std::string why_not_followed(hid_t group) const {
    if (std::find(above_.begin(), above_.end(), place_of(group)) != above_.end())
      return ", the group in which it lies";
    return by_link_ ? ", from a group that a link leads to, too: take that name" : "";
  }

  /// Its groups are given here once more, wherever else they are.
  void follow(hid_t group, const std::string& path) {
    Walk walk(visitor_);
    walk.above_ = above_;
    walk.by_link_ = true;
    walk.enter(group, path);
  }

  const Visitor& visitor_;
  std::set<Place> entered_;  // a group may hold itself
  std::vector<Place> above_;
  bool by_link_ = false;
};

}  // namespace

File::File(const std::string& path) : file_(open(path), H5Fclose) {}

void visit(hid_t file, const Visitor& visitor) {
  const Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose);
  Walk(visitor).through(root, "");
}

at::Tensor read_named(const std::string& path, const std::string& name,
                      const FileArray::Read& action) {
  try {
    return action();
  } catch (const Error& error) {
    throw Error(path + ": '" + name + "' " + error.what());
  }
}

}  // namespace facet::hdf5
