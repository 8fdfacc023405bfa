#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>

#include "facet/file_array.h"
#include "npy.h"
#include "npy_text.h"

namespace facet {

/// An array as the bytes of a .npy file: the header, and behind it the values, contiguous on the
/// CPU. Of text all stands in the header.
struct WrittenNpy {
  std::string header;
  at::Tensor values;

  std::uint64_t num_bytes() const { return static_cast<std::uint64_t>(values.nbytes()); }
};

/// Throws Error for rows of different lengths, which numpy does not have.
WrittenNpy written_npy(const FileArray& array);

}  // namespace facet
