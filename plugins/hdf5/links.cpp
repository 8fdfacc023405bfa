#include "links.h"

#include <algorithm>

#include "access.h"
#include "facet/error.h"
#include "hdf5_errors.h"
#include "object_header.h"

namespace facet::hdf5 {

namespace {

herr_t add_link(hid_t, const char* name, const H5L_info_t* link, void* links) {
  static_cast<std::vector<Link>*>(links)->push_back({name, *link});
  return 0;
}

std::string version_of_library() {
  unsigned major = 0, minor = 0, release = 0;
  H5get_libversion(&major, &minor, &release);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(release);
}

/// From superblock 2 on, headers have checksums: what is read there is as it was written.
bool has_checksums(hid_t group) {
  H5F_info2_t info;
  return H5Fget_info2(group, &info) >= 0 && info.super.version >= 2;
}

std::string why_damaged(hid_t group) {
  const std::string error = last_error();
  if (error.starts_with("bad version number") && has_checksums(group))
    return "was written with libver=\"latest\" by HDF5 2.0, which the HDF5 " +
           version_of_library() +
           " here cannot read: write it again by h5repack or h5py.File(..., libver=(\"earliest\", "
           "\"v110\"))";
  return "is damaged: " + error;
}

std::string what_is_wrong_there(hid_t group, const Link& link) {
  if (last_error_is(H5E_NLINKS)) return ", which leads back to itself";
  if (link.info.type == H5L_TYPE_EXTERNAL && last_error_is(H5E_CANTOPENFILE))
    return ", which is not there: bring that file to the place of this one";
  if (last_cause_is(H5E_NOTFOUND)) return ", which is not there";
  if (link.info.type == H5L_TYPE_SOFT) return ", which " + why_damaged(group);
  return ", which cannot be read: " + last_error();
}

/// HDF5 crashes where it looks for links at the address that means none.
void require_symbol_table(hid_t group) {
  const std::size_t width = widths_in_file_of(group).of_address;
  for (const Bytes& table : messages_of(group, Message::symbol_table))
    if (table.all_ones(0, width) || table.all_ones(width, width))
      throw Error("is damaged: its table of links is nowhere");
}

}  // namespace

// HDF5 frees a whole table of links where it has filled in only a part, since one is damaged. It
// makes none of links in a heap, if they come as they lie there; of links in the group's own header
// it always does, so all of these are decoded before: by a search for a name.
std::vector<Link> links_of(hid_t group) {
  require_symbol_table(group);
  std::vector<Link> links;
  if (H5Lexists(group, "?", H5P_DEFAULT) < 0 ||
      H5Literate(group, H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, add_link, &links) < 0)
    throw Error("cannot be listed: " + last_error());
  std::sort(links.begin(), links.end(),
            [](const Link& a, const Link& b) { return a.name < b.name; });
  return links;
}

bool has_link(hid_t group, const std::string& name) {
  try {
    require_symbol_table(group);
  } catch (const Error&) {
    return false;
  }
  return H5Lexists(group, name.c_str(), object_access()) > 0;
}

std::string where_to(hid_t group, const Link& link) {
  std::string value(link.info.u.val_size + 1, '\0');
  if (H5Lget_val(group, link.name.c_str(), value.data(), value.size(), H5P_DEFAULT) < 0)
    return "is a link that cannot be read: " + last_error();
  if (link.info.type == H5L_TYPE_SOFT) return std::string("is a link to '") + value.c_str() + "'";
  const char *file = nullptr, *object = nullptr;
  unsigned flags = 0;
  if (link.info.type != H5L_TYPE_EXTERNAL ||
      H5Lunpack_elink_val(value.data(), link.info.u.val_size, &flags, &file, &object) < 0)
    return "is a link of a kind that is not known";
  return std::string("is a link to '") + object + "' in the file " + file;
}

std::string why_not_opened(hid_t group, const Link& link) {
  if (link.is_hard()) return why_damaged(group);
  const std::string wrong = what_is_wrong_there(group, link);  // before another call forgets it
  return where_to(group, link) + wrong;
}

}  // namespace facet::hdf5
