#pragma once

#include <hdf5.h>

namespace facet::hdf5 {

/// How a file is opened: without a lock, which a network drive may not have and another program may
/// hold. Nothing is written here.
hid_t file_access();

/// How an object of a file is opened: a file that an external link names by file_access(), too. One
/// file cannot be open in both ways.
hid_t object_access();

}  // namespace facet::hdf5
