#pragma once

#include "facet/file_array.h"

namespace facet {

/// What a writer is tried on, a recording: signals T x C, labels of numbers in several types, true
/// or false, text with a missing one, and an array with a row for each of the channels.
FileArrays trial_arrays();

}  // namespace facet
