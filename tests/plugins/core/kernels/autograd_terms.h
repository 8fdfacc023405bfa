#pragma once

#include <functional>

#include "core/kernels/contrastive_tensors.h"

namespace facet::test {

/// The value of a term for each reference, from references, what they are compared with (positives
/// or negatives) and the inverse temperature.
using Rows =
    std::function<at::Tensor(const at::Tensor& x, const at::Tensor& y, const at::Tensor& a)>;

struct SampleSizes {
  std::int64_t references, negatives, dimension;
};

/// Normally distributed; 1 / 0.6 as inverse temperature.
kernels::Samples normal_samples(const SampleSizes& sizes, at::ScalarType type);

/// What libtorch's autograd makes of `rows`, in double precision.
kernels::Term autograd_term(const at::Tensor& reference, const at::Tensor& other,
                            const at::Tensor& inverse_temperature, const Rows& rows);

/// Expects each part to differ from that of `exact` by `tolerance` at most, relative to its largest
/// number.
void expect_near(const kernels::Term& term, const kernels::Term& exact, double tolerance);

/// Expects both terms, of few samples and of several chunks, in float and double precision, to be
/// what autograd makes of these.
void expect_autograd(const std::function<kernels::Terms(const kernels::Samples&)>& kernel,
                     const Rows& alignment, const Rows& uniformity);

}  // namespace facet::test
