#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "facet/error.h"
#include "facet/npz.h"

namespace facet {

inline constexpr double lost = std::numeric_limits<double>::quiet_NaN();

inline at::Tensor numbers(const std::vector<double>& values) {
  return at::tensor(values, at::kDouble);
}
inline at::Tensor integers(const std::vector<std::int64_t>& values) {
  return at::tensor(values, at::kLong);
}
inline at::Tensor flags(const std::vector<std::int64_t>& values) {
  return integers(values).to(at::kBool);
}

/// An array of the tests' data: see data/make_values.py.
inline at::Tensor binning_array(const std::string& file, const std::string& name) {
  for (const NamedTensor& array : read_npz(BINNING_DATA "/" + file))
    if (array.name == name) return array.tensor;
  throw Error("there is no array " + name);
}

/// Whether both are the same, where NaN is the same as NaN.
inline bool equal_or_nan(const at::Tensor& a, const at::Tensor& b) {
  return a.sizes() == b.sizes() && a.scalar_type() == b.scalar_type() &&
         a.eq(b).logical_or(a.ne(a).logical_and(b.ne(b))).all().item<bool>();
}

}  // namespace facet
