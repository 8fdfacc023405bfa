#pragma once

#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet::matlab {

/// What arrays are called in MATLAB, where a name is a letter and up to 62 letters, digits and `_`:
/// other characters become `_`, and names that are then the same get a number. Warns of those that
/// are called otherwise.
std::vector<std::string> variable_names(const FileArrays& arrays);

}  // namespace facet::matlab
