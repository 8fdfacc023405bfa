#pragma once

#include <hdf5.h>

#include <string>

namespace facet::hdf5 {

/// Why a column of a table of NWB's (hdmf's DynamicTable) is no array with a row for each bin: a
/// VectorIndex beside it says where its rows end, such as the spikes of a unit. Empty where there
/// is none.
std::string why_ragged(hid_t file, const std::string& name);

}  // namespace facet::hdf5
