#pragma once

#include "facet/export.h"
#include "facet/file_array.h"
#include "framework/data/file_config.h"

namespace facet {

/// Whether an array of times says itself in which unit they are; numbers with a fraction are
/// seconds.
FACET_API bool has_time_unit(const FileArray& times);

/// How many units of an array of times are a second: by the config of its file, else by the unit
/// that the array has. Throws Error, which continues the array's name, for whole numbers of which
/// nobody says what they are: most of them are samples or milliseconds.
FACET_API double units_a_second(const FileArray& times, const FileConfig& file);

}  // namespace facet
