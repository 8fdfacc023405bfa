#include "framework/attribution/pseudo_inverse.h"

#include <ATen/ops/eye.h>
#include <ATen/ops/linalg_lstsq.h>
#include <ATen/ops/linalg_pinv.h>
#include <ATen/ops/scalar_tensor.h>

#include <algorithm>
#include <limits>

namespace facet {

namespace {

/// Singular values below this fraction of the largest are noise of a Jacobian in float32.
double cut_off(const at::Tensor& jacobians) {
  const auto longer = static_cast<double>(std::max(jacobians.size(1), jacobians.size(2)));
  return longer * static_cast<double>(std::numeric_limits<float>::epsilon());
}

}  // namespace

at::Tensor inverse_by_least_squares(const at::Tensor& jacobians) {
  const at::Tensor matrices = jacobians.to(at::kCPU, at::kDouble);
  const std::int64_t num_outputs = matrices.size(1);
  const at::Tensor identity =
      at::eye(num_outputs, matrices.options()).expand({matrices.size(0), num_outputs, num_outputs});
  const auto solution = at::linalg_lstsq(matrices, identity, cut_off(matrices), "gelsd");
  return std::get<0>(solution).transpose(1, 2);
}

at::Tensor inverse_by_svd(const at::Tensor& jacobians) {
  const at::Tensor matrices = jacobians.to(at::kCPU, at::kDouble);
  const at::Tensor relative = at::scalar_tensor(cut_off(matrices), at::kDouble);
  return at::linalg_pinv(matrices, /*atol=*/{}, relative, /*hermitian=*/false).transpose(1, 2);
}

}  // namespace facet
