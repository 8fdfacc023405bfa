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

/// An array of text that is in memory.
FileArray text_in_memory(const std::string& name, const TextValues& text);

/// Whole numbers, T or T x d, as float64, NaN in the rows that are `missing`, T bool.
at::Tensor nan_where(const at::Tensor& values, const at::Tensor& missing);

}  // namespace facet
