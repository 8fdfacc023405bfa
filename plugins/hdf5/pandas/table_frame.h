#pragma once

#include "frame.h"

namespace facet::hdf5::pandas {

/// The columns of a table of `format="table"`, the index first: records of one dataset, `table`.
std::vector<Column> list_table_frame(hid_t file, const Place& place);

/// Whether one of its rows of names is called `bodyparts`.
bool table_has_body_parts(hid_t file, const Place& place);

}  // namespace facet::hdf5::pandas
