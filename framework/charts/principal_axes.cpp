#include "framework/charts/principal_axes.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

namespace facet {

at::Tensor along_principal_axes(const at::Tensor& rows) {
  const at::Tensor x = rows.to(at::kDouble);
  const at::Tensor centred = x - x.mean(0, true);
  const auto [variances, vectors] = at::linalg_eigh(centred.t().matmul(centred));
  const std::int64_t count = std::min<std::int64_t>(3, x.size(1));
  const at::Tensor axes = vectors.flip(1).narrow(1, 0, count);
  const at::Tensor largest = axes.gather(0, axes.abs().argmax(0, true));
  const at::Tensor along = centred.matmul(axes * largest.sign());
  return at::constant_pad_nd(along, {0, 3 - count});
}

}  // namespace facet
