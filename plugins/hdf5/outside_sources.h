#pragma once

#include <hdf5.h>

namespace facet::hdf5 {

/// Other files that a dataset is made of: datasets that a virtual one shows, raw files of an
/// external one. HDF5 gives the fill value for what it does not find there. Throws Error that names
/// what is missing, or shorter than the dataset.
void require_outside_sources(hid_t dataset);

}  // namespace facet::hdf5
