#pragma once

#include "facet/reader.h"
#include "framework/data/file_config.h"

namespace facet {

/// What a config says of the times in a file, said of its arrays: which of them are times (float64
/// seconds then), whose clock they are, which two are intervals, which are events. `arrays` have
/// the names of the file, no prefix. Throws Error that names the array which does not suit.
FileArrays with_times(const FileArrays& arrays, const FileConfig& file);

}  // namespace facet
