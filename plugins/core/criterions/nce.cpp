#include "nce.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/log_sigmoid.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

#include "contrastive_terms.h"
#include "streamed_softmax.h"

namespace facet {

namespace {

Term logistic_alignment(const TermInputs& inputs) {
  const auto& [reference, positive, negative, a, with_gradient] = inputs;
  const at::Tensor similarities = (reference * positive).sum(1);
  // The derivative of -log sigmoid(phi) is -sigmoid(-phi).
  const at::Tensor slope = at::sigmoid(-a * similarities) / -static_cast<double>(reference.size(0));
  const at::Tensor scaled = (a * slope).unsqueeze(1);
  return {-at::log_sigmoid(a * similarities), scaled * positive, scaled * reference,
          (slope * similarities).sum()};
}

/// The sum over the negatives; `part` times it is what counts.
Term logistic_uniformity(const TermInputs& inputs, double part) {
  const auto& [reference, positive, negative, a, with_gradient] = inputs;
  const std::int64_t n = reference.size(0), chunk = rows_of_chunk(n, negative.size(0));
  const double share = part / static_cast<double>(n);
  Term term;
  term.rows = at::empty({n}, reference.options());
  if (with_gradient) {
    term.reference = at::empty(reference.sizes(), reference.options());
    term.other = at::zeros(negative.sizes(), negative.options());
  }
  for (std::int64_t begin = 0; begin < n; begin += chunk) {
    const std::int64_t size = std::min(chunk, n - begin);
    const at::Tensor rows = reference.narrow(0, begin, size);
    const at::Tensor phi = at::mm(a * rows, negative.t());
    term.rows.narrow(0, begin, size).copy_(-part * at::log_sigmoid(-phi).sum(1));
    if (!with_gradient) continue;
    const at::Tensor slope = share * at::sigmoid(phi);
    term.reference.narrow(0, begin, size).copy_(a * at::mm(slope, negative));
    term.other.addmm_(slope.t(), a * rows);
  }
  if (with_gradient) term.inverse_temperature = (reference * term.reference).sum() / a;
  return term;
}

}  // namespace

void NCE::Options::describe(OptionsDescription<Options>& options) {
  options.add("temperature", &Options::temperature, "divides the similarities").above(0);
  options.add("negative_weight", &Options::negative_weight, "multiplies the part of the negatives")
      .at_least(0);
  options.add("reduce", &Options::reduce, "how the negatives of a reference become one number")
      .one_of({"mean", "sum"});
}

ContrastiveLoss NCE::forward(const at::Tensor& reference, const at::Tensor& positive,
                             const at::Tensor& negative) {
  const double part = options_.reduce == "sum" ? 1.0 : 1.0 / static_cast<double>(negative.size(0));
  const ContrastiveTerms terms{
      "NCE", logistic_alignment,
      [part](const TermInputs& inputs) { return logistic_uniformity(inputs, part); },
      options_.negative_weight};
  return contrastive_loss(terms, reference, positive, negative,
                          at::full({}, 1 / options_.temperature, reference.options()));
}

}  // namespace facet
