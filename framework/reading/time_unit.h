#pragma once

#include "facet/file_array.h"
#include "framework/data/file_config.h"

namespace facet {

/// How many units of an array of times are a second: by the config of its file, else by the unit
/// that the array has. Throws Error, which continues the array's name, for whole numbers of which
/// nobody says what they are: most of them are samples or milliseconds.
double units_a_second(const FileArray& times, const FileConfig& file);

}  // namespace facet
