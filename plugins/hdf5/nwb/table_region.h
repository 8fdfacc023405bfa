#pragma once

#include "../source.h"

namespace facet::nwb {

/// The columns of another table, in the rows that a column names (a DynamicTableRegion, such as
/// `electrodes` of units or `rois` of a series): `units.electrodes.location` of `units.electrodes`,
/// the name of the source. Where it names several rows, cut by `index` (a place; or empty), it is
/// the first one's. Throws Error where there is no such table.
void list_region(const hdf5::Source& source, const hdf5::Dataset& listed, const std::string& index,
                 const ArrayFacts& facts, FileArrays& arrays);

}  // namespace facet::nwb
