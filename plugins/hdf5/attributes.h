#pragma once

#include <hdf5.h>

#include <cstdint>
#include <optional>
#include <string>

namespace facet::hdf5 {

// Each throws Error where the attributes of the object are damaged.

bool has_attribute(hid_t object, const char* name);

/// The text of an attribute such as MATLAB_class; empty where there is none, or several. One of
/// variable length counts as none: HDF5 crashes, or never ends, where the heap of such texts is
/// damaged.
std::string text_attribute(hid_t object, const char* name);

/// The whole number of an attribute such as MATLAB_empty; none where it holds something else.
std::optional<std::int64_t> number_attribute(hid_t object, const char* name);

/// Whether an attribute such as NWB's `target` is a reference to another object.
bool is_reference_attribute(hid_t object, const char* name);

}  // namespace facet::hdf5
