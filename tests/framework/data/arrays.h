#pragma once

#include <ATen/ops/tensor.h>

#include <cstdint>
#include <vector>

namespace facet {

inline at::Tensor floats(std::vector<float> values, std::int64_t columns) {
  return at::tensor(values, at::kFloat).view({-1, columns});
}
inline at::Tensor integers(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}

}  // namespace facet
