#pragma once

#include <hdf5.h>

namespace facet::hdf5 {

/// Throws Error where an attribute says that it is larger than its place in the header of the
/// object: HDF5 1.10 reads what lies behind that in memory, and may crash.
void require_whole_attributes(hid_t object);

}  // namespace facet::hdf5
