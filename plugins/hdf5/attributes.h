#pragma once

#include <hdf5.h>

#include <cstdint>
#include <optional>
#include <string>

namespace facet::hdf5 {

/// The text of an attribute such as MATLAB_class, of fixed or variable length; empty where there is
/// none, or several.
std::string text_attribute(hid_t object, const char* name);

/// The whole number of an attribute such as MATLAB_empty; none where it holds something else.
std::optional<std::int64_t> number_attribute(hid_t object, const char* name);

}  // namespace facet::hdf5
