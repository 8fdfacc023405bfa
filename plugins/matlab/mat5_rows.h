#pragma once

#include <matio.h>

#include <string>

#include "facet/reader.h"
#include "mat5_place.h"

namespace facet::matlab {

/// Whether it is a cell array or an array of structs.
bool has_elements(const matvar_t& variable);

/// A cell array as one array, an array of structs as one for each field, those of structs in it by
/// dots. `variable` is without its values.
FileArrays list_elements(const std::string& path, const std::string& name, const Mat5Place& place,
                         matvar_t& variable);

}  // namespace facet::matlab
