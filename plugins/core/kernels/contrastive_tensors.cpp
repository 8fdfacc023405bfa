#include "contrastive_tensors.h"

#include <ATen/ops/empty.h>

namespace facet::kernels {

namespace {

at::Tensor room_for(const at::Tensor& array) {
  return at::empty(array.sizes(), array.options());
}

Term empty_term(const at::Tensor& reference, const at::Tensor& other,
                const at::Tensor& inverse_temperature, bool with_gradient) {
  Term term;
  term.rows = at::empty({reference.size(0)}, reference.options());
  if (!with_gradient) return term;
  term.reference = room_for(reference);
  term.other = room_for(other);
  term.inverse_temperature = room_for(inverse_temperature);
  return term;
}

float* memory_of(const at::Tensor& array) {
  return array.defined() ? array.data_ptr<float>() : nullptr;
}

ContrastiveTerm<float*> memory_of(const Term& term) {
  return {memory_of(term.rows), memory_of(term.reference), memory_of(term.other),
          memory_of(term.inverse_temperature)};
}

}  // namespace

ContrastiveSizes sizes_of(const Samples& samples) {
  return {samples.reference.size(0), samples.negative.size(0), samples.reference.size(1)};
}

Samples contiguous(const Samples& samples) {
  return {samples.reference.contiguous(), samples.positive.contiguous(),
          samples.negative.contiguous(), samples.inverse_temperature.contiguous()};
}

Terms empty_terms(const Samples& samples, bool with_gradient) {
  const auto& [reference, positive, negative, a] = samples;
  return {empty_term(reference, positive, a, with_gradient),
          empty_term(reference, negative, a, with_gradient)};
}

ContrastiveSamples<const float*> memory_of(const Samples& samples) {
  return {memory_of(samples.reference), memory_of(samples.positive), memory_of(samples.negative),
          memory_of(samples.inverse_temperature)};
}

ContrastiveTerms<float*> memory_of(const Terms& terms) {
  return {memory_of(terms.alignment), memory_of(terms.uniformity)};
}

}  // namespace facet::kernels
