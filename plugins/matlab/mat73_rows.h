#pragma once

#include <hdf5.h>

#include <string>

#include "facet/reader.h"
#include "mat73_variable.h"

namespace facet::matlab {

/// A cell array of a file of version 7.3 as one array; a field of an array of structs, too, or one
/// for each of its own fields where it holds structs. `place` is the variable's path in the file.
FileArrays list_elements(const std::string& path, hid_t file, const std::string& place,
                         const std::string& name, const Mat73Variable& variable);

}  // namespace facet::matlab
