#pragma once

#include <hdf5.h>

#include <string>
#include <vector>

namespace facet::hdf5 {

/// What a group holds, by names of its own.
struct Link {
  std::string name;
  H5L_info_t info;

  bool is_hard() const { return info.type == H5L_TYPE_HARD; }
};

/// In the order of their names. Throws Error, `cannot be listed: `, where the group is damaged.
std::vector<Link> links_of(hid_t group);

/// Whether a group (of a file: its root) holds that name. Unlike HDF5's own question it ends well
/// on a damaged group, which holds none.
bool has_link(hid_t group, const std::string& name);

/// `is a link to '/neural' in the file raw.h5`, of a soft or an external link.
std::string where_to(hid_t group, const Link& link);

/// Why HDF5 has just failed to open what a link leads to: where that is, and what is wrong there.
std::string why_not_opened(hid_t group, const Link& link);

}  // namespace facet::hdf5
