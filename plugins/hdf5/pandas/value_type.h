#pragma once

#include <optional>
#include <string>

#include "block.h"

namespace facet::hdf5::pandas {

/// Of what HDF5 stores, and pandas' word for it. Nothing where a column cannot be made of it.
std::optional<ValueType> value_type(hid_t stored, const std::string& word);

}  // namespace facet::hdf5::pandas
