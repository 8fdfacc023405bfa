#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/log_sigmoid.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/zeros.h>

#include "chunks.h"
#include "nce.h"

namespace facet::kernels {

namespace {

Term logistic_alignment(const Samples& samples) {
  const auto& [reference, positive, negative, a] = samples;
  const at::Tensor similarities = (reference * positive).sum(1);
  // The derivative of -log sigmoid(phi) is -sigmoid(-phi).
  const at::Tensor slope = at::sigmoid(-a * similarities) / -static_cast<double>(reference.size(0));
  const at::Tensor scaled = (a * slope).unsqueeze(1);
  return {-at::log_sigmoid(a * similarities), scaled * positive, scaled * reference,
          (slope * similarities).sum()};
}

/// `part` times the sum over the negatives.
Term logistic_uniformity(const Samples& samples, bool with_gradient, double part) {
  // Not a structured binding: not every compiler lets a lambda capture one.
  const at::Tensor &reference = samples.reference, &negative = samples.negative;
  const at::Tensor& a = samples.inverse_temperature;
  const std::int64_t n = reference.size(0);
  const double share = part / static_cast<double>(n);
  Term term;
  term.rows = at::empty({n}, reference.options());
  if (with_gradient) {
    term.reference = at::empty(reference.sizes(), reference.options());
    term.other = at::zeros(negative.sizes(), negative.options());
  }
  for_each_chunk(
      n, negative.size(0), reference.device(), [&](std::int64_t begin, std::int64_t size) {
        const at::Tensor scaled = a * reference.narrow(0, begin, size);
        at::Tensor phi = at::mm(scaled, negative.t());
        if (with_gradient) {
          const at::Tensor slope = at::sigmoid(phi).mul_(share);
          term.reference.narrow(0, begin, size).copy_(a * at::mm(slope, negative));
          term.other.addmm_(slope.t(), scaled);
        }
        term.rows.narrow(0, begin, size).copy_(-part * at::log_sigmoid(phi.neg_()).sum(1));
      });
  if (with_gradient) term.inverse_temperature = (reference * term.reference).sum() / a;
  return term;
}

}  // namespace

Terms nce_plain(const Samples& samples, bool with_gradient, Reduction reduction) {
  const double part =
      reduction == Reduction::sum ? 1.0 : 1.0 / static_cast<double>(samples.negative.size(0));
  return {logistic_alignment(samples), logistic_uniformity(samples, with_gradient, part)};
}

}  // namespace facet::kernels
