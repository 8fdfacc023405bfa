#pragma once

#include <string>

#include "facet/reader.h"

namespace facet::matlab {

/// The variables of a file of version 5, 6 or 7, and the fields of structs by dots. Throws Error
/// where it is no MAT file, or is cut short.
FileArrays list_mat5(const std::string& path);

}  // namespace facet::matlab
