#include "framework/charts/principal_axes.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

namespace facet {

namespace {

at::Tensor centred(const at::Tensor& rows) {
  const at::Tensor x = rows.to(at::kDouble);
  return x - x.mean(0, true);
}

}  // namespace

at::Tensor principal_axes(const at::Tensor& rows) {
  const at::Tensor x = centred(rows);
  const auto [variances, vectors] = at::linalg_eigh(x.t().matmul(x));
  const at::Tensor axes = vectors.flip(1).narrow(1, 0, std::min<std::int64_t>(3, x.size(1)));
  return axes * axes.gather(0, axes.abs().argmax(0, true)).sign();
}

at::Tensor along_principal_axes(const at::Tensor& rows) {
  const at::Tensor along = centred(rows).matmul(principal_axes(rows));
  return at::constant_pad_nd(along, {0, 3 - along.size(1)});
}

}  // namespace facet
