#pragma once

#include "object.h"

namespace facet::nwb {

/// The data of a series in their unit, by rows: data * conversion + offset as float64; in the type
/// in which they are stored where that changes nothing.
FileArray list_scaled(const Object& series, hid_t file, const hdf5::Dataset& data);

/// `m` for NWB's `meters`; empty where there is none.
std::string unit_of(const hdf5::Dataset& data);

}  // namespace facet::nwb
