#include <ATen/TensorOperators.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include "chunks.h"
#include "streamed_softmax.h"

namespace facet::kernels {

namespace {

at::Tensor with_ones(const at::Tensor& matrix) {
  return at::cat({matrix, at::ones({matrix.size(0), 1}, matrix.options())}, 1);
}

}  // namespace

StreamedSoftmax streamed_softmax_plain(const at::Tensor& rows, const at::Tensor& scaled,
                                       const at::Tensor& other, const at::Tensor& bias,
                                       bool with_means) {
  const std::int64_t n = rows.size(0), d = rows.size(1), m = other.size(0);
  const at::Tensor other_transposed = other.t();

  StreamedSoftmax result;
  result.log_sum = at::empty({n}, rows.options());
  // The column of ones adds up the weights by the same products: n x (d + 1), m x (d + 1).
  const at::Tensor other_and_one = with_means ? with_ones(other) : at::Tensor();
  const at::Tensor rows_and_one = with_means ? with_ones(rows) : at::Tensor();
  at::Tensor pulled = with_means ? at::zeros({m, d + 1}, rows.options()) : at::Tensor();
  if (with_means) result.mean_other = at::empty({n, d}, rows.options());

  for_each_chunk(n, m, rows.device(), [&](std::int64_t begin, std::int64_t size) {
    at::Tensor weights = at::addmm(bias, scaled.narrow(0, begin, size), other_transposed);
    const at::Tensor largest = at::amax(weights, {1}, /*keepdim=*/true);
    weights.sub_(largest).exp_();  // exp(L - max): never overflows, and the sum is at least 1

    at::Tensor sum;
    if (with_means) {
      const at::Tensor sums = at::mm(weights, other_and_one);
      sum = sums.narrow(1, d, 1);
      result.mean_other.narrow(0, begin, size).copy_(sums.narrow(1, 0, d) / sum);
      pulled.addmm_(weights.t(), rows_and_one.narrow(0, begin, size) / sum);
    } else {
      sum = weights.sum(1, /*keepdim=*/true);
    }
    result.log_sum.narrow(0, begin, size).copy_((sum.log() + largest).squeeze(1));
  });
  if (with_means) {
    result.pulled_rows = pulled.narrow(1, 0, d);
    result.mass = pulled.select(1, d);
  }
  return result;
}

}  // namespace facet::kernels
