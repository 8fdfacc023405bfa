#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet {

/// The array of that name that can be read; null where there is none of that name. Throws Error
/// where it cannot be read, or several have the name.
const FileArray* find_array(const FileArrays& file, const std::string& name);

/// The same. Throws Error with near names, too, where there is none.
const FileArray& require_array(const FileArrays& file, const std::string& name);

}  // namespace facet
