#pragma once

#include <ATen/core/Tensor.h>

#include "contrastive_arrays.h"

namespace facet::kernels {

using Samples = ContrastiveSamples<at::Tensor>;
using Term = ContrastiveTerm<at::Tensor>;
using Terms = ContrastiveTerms<at::Tensor>;

ContrastiveSizes sizes_of(const Samples& samples);
Samples contiguous(const Samples& samples);

/// Room for what a kernel returns; without `with_gradient` the gradients stay undefined.
Terms empty_terms(const Samples& samples, bool with_gradient);

/// Where the numbers lie: of float32 and contiguous, on any device. Null for what is undefined.
ContrastiveSamples<const float*> memory_of(const Samples& samples);
ContrastiveTerms<float*> memory_of(const Terms& terms);

/// A kernel of raw memory,
///
///     void raw(const ContrastiveSizes&, const ContrastiveSamples<const float*>&,
///              const ContrastiveTerms<float*>&, Choice...)
///
/// as one of tensors, which a table holds: on_memory<raw>. Choice is what else the kernel takes,
/// such as its similarity.
template <auto raw, class... Choice>
Terms on_memory(const Samples& samples, bool with_gradient, Choice... choice) {
  const Samples inputs = contiguous(samples);
  const Terms terms = empty_terms(inputs, with_gradient);
  raw(sizes_of(inputs), memory_of(inputs), memory_of(terms), choice...);
  return terms;
}

}  // namespace facet::kernels
