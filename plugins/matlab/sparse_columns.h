#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace facet::matlab {

/// A sparse matrix as MATLAB stores it, column after column.
struct SparseColumns {
  std::int64_t rows, columns;
  at::Tensor values;  ///< those that are not 0
  at::Tensor row;     ///< int64: of each value
  at::Tensor begins;  ///< int64, columns + 1: where each column begins, and the last one ends
};

/// rows x columns, all of it, in the values' type. Throws Error where the parts do not fit
/// together, or the memory is too small.
at::Tensor full_matrix(const SparseColumns& sparse);

}  // namespace facet::matlab
