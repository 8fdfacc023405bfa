#include "hdf5_file.h"

#include <set>
#include <utility>
#include <vector>

#include "facet/error.h"

namespace facet::hdf5 {

namespace {

hid_t open(const std::string& path) {
  require_readable(path);
  if (H5Fis_hdf5(path.c_str()) <= 0) throw Error(path + ": is not an HDF5 file");
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  if (file < 0) throw Error(path + ": cannot be read: " + last_error());
  return file;
}

struct Link {
  std::string name;
  H5L_info_t info;
};

herr_t add_link(hid_t, const char* name, const H5L_info_t* link, void* links) {
  static_cast<std::vector<Link>*>(links)->push_back({name, *link});
  return 0;
}

/// Why what a link of another kind shows is not read.
std::string where_to(hid_t group, const Link& link) {
  std::string value(link.info.u.val_size + 1, '\0');
  if (H5Lget_val(group, link.name.c_str(), value.data(), value.size(), H5P_DEFAULT) < 0)
    return "is a link that cannot be read: " + last_error();
  if (link.info.type == H5L_TYPE_SOFT)
    return std::string("is a link to '") + value.c_str() + "': take that name";
  const char *file = nullptr, *object = nullptr;
  unsigned flags = 0;
  if (link.info.type != H5L_TYPE_EXTERNAL ||
      H5Lunpack_elink_val(value.data(), link.info.u.val_size, &flags, &file, &object) < 0)
    return "is a link of a kind that is not known";
  return std::string("is a link to '") + object + "' in the file " + file +
         ": list that file in data.file, and take that name";
}

/// Goes through groups one by one: HDF5's own functions end at the first object that is damaged.
class Walk {
 public:
  explicit Walk(const Visitor& visitor) : visitor_(visitor) {}

  void through(hid_t group, const std::string& prefix) {
    std::vector<Link> links;
    if (H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, nullptr, add_link, &links) < 0)
      throw Error("cannot be listed: " + last_error());
    for (const Link& link : links) {
      if (link.info.type == H5L_TYPE_HARD)
        take(group, link.name, prefix + link.name);
      else
        visitor_.damaged(prefix + link.name, where_to(group, link));
    }
  }

 private:
  void take(hid_t group, const std::string& name, const std::string& path) {
    const Handle object(H5Oopen(group, name.c_str(), H5P_DEFAULT), H5Oclose);
    if (object < 0) return visitor_.damaged(path, "is damaged: " + last_error());
    if (H5Iget_type(object) == H5I_DATASET) return visitor_.dataset(path);
    if (H5Iget_type(object) != H5I_GROUP || !is_new(object)) return;
    if (!visitor_.enter(object, path)) return;
    try {
      through(object, path + "/");
    } catch (const Error& error) {
      visitor_.damaged(path, error.what());
    }
  }

  /// A group may hold itself.
  bool is_new(hid_t group) {
    H5O_info_t info;
    return H5Oget_info2(group, &info, H5O_INFO_BASIC) >= 0 && groups_.insert(info.addr).second;
  }

  const Visitor& visitor_;
  std::set<haddr_t> groups_;
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
