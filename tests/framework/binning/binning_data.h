#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "facet/npz.h"

namespace facet {

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
