#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet {

/// An array on the bins of a recording.
struct BinnedArray {
  FileArray array;
  bool is_discrete = false;   ///< whole numbers, of which some are missing: NaN in float64
  std::string decision = {};  ///< what was done, a line for the user
};

}  // namespace facet
