#include "facet/unit_length.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/linalg_vector_norm.h>

namespace facet {

at::Tensor unit_length(const at::Tensor& x, std::int64_t dim) {
  const at::Tensor norm = at::linalg_vector_norm(x, 2, dim, /*keepdim=*/true);
  return x / norm.masked_fill(norm == 0, 1);
}

}  // namespace facet
