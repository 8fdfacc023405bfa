#pragma once

#include <hdf5.h>

#include "frame.h"

namespace facet::hdf5::pandas {

/// Names of columns that a table of `format="fixed"` keeps as datasets: `axis0`, or of several rows
/// of names `axis0_level0`, the different ones, with their places, `axis0_label0`. Throws Error
/// where they are neither text nor whole numbers, or damaged.
std::vector<Name> axis_names(hid_t file, const Place& place, const std::string& axis);

/// Whether one of several rows of names is called so; of a damaged one it is not known.
bool has_level(hid_t file, const Place& place, const std::string& axis, const std::string& name);

}  // namespace facet::hdf5::pandas
