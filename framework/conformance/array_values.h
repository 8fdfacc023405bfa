#pragma once

#include "facet/file_array.h"
#include "framework/conformance/use.h"

namespace facet {

/// All that reading an array gives: its values; of text the codes and the classes, of rows of
/// different lengths where each ends, too. Throws what reading throws.
Results values_of(const FileArray& array);

/// The same of some rows of an array that holds no text, as if these were all.
Results values_of(const FileArray& array, Rows rows);

}  // namespace facet
