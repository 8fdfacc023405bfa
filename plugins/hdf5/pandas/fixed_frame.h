#pragma once

#include "frame.h"

namespace facet::hdf5::pandas {

/// The columns of a table of `format="fixed"`, the index first: blocks of one type each.
std::vector<Column> list_fixed_frame(hid_t file, const Place& place);

/// A series of that format: its index and its values.
std::vector<Column> list_fixed_series(hid_t file, const Place& place);

}  // namespace facet::hdf5::pandas
