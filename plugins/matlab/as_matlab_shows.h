#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/text.h"

namespace facet::matlab {

constexpr const char* holds_text =
    "holds text: classes must be numbers, such as double(categorical(x))";

/// `is empty: 0 x 3`
inline std::string is_empty(const std::vector<std::int64_t>& dims) {
  return "is empty: " + shape_text(dims);
}

/// MATLAB knows no arrays of one dimension: a vector (T x 1 or 1 x T) has one here, a scalar none.
inline std::vector<std::int64_t> shape_as_matlab_shows(const std::vector<std::int64_t>& dims) {
  if (dims.size() != 2 || (dims[0] != 1 && dims[1] != 1)) return dims;
  const std::int64_t count = dims[0] * dims[1];
  return count == 1 ? std::vector<std::int64_t>{} : std::vector<std::int64_t>{count};
}

/// `stored` has the dimensions in the order of the file, the last one first: rows and columns as
/// MATLAB shows them, in memory of its own.
inline at::Tensor as_matlab_shows(const at::Tensor& stored) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(stored.dim()));
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = static_cast<std::int64_t>(order.size() - 1 - i);
  const at::Tensor shown = stored.permute(order);
  return shown.reshape(shape_as_matlab_shows(shown.sizes().vec()))
      .clone(at::MemoryFormat::Contiguous);
}

}  // namespace facet::matlab
