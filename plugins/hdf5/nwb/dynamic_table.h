#pragma once

#include "object.h"

namespace facet::nwb {

/// The arrays of a table: what its rows are, spikes of units, intervals or events, and its columns,
/// `units.quality`.
void list_table(const Object& table, hid_t file, FileArrays& arrays);

}  // namespace facet::nwb
