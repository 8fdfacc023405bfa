#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet {

/// Why the array seems to be channels x bins, or channels x time x trials; empty: it does not.
std::string why_transposed(const FileArray& array, const FileArrays& arrays);

}  // namespace facet
