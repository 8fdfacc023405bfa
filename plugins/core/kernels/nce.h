#pragma once

#include "contrastive_tensors.h"

namespace facet::kernels {

/// Noise contrastive estimation with phi(x, y) = x . y * a, where a is the inverse temperature:
///
///     alignment_i  = -log sigmoid phi(reference_i, positive_i)
///     uniformity_i = -reduction_j log sigmoid(-phi(reference_i, negative_j))
///
/// in nats (Gutmann, Hyvarinen, Journal of Machine Learning Research 13, 2012). Values and
/// gradients come from one call; no B x M matrix may outlive it, or be whole within it.
using Nce = Terms(const Samples& samples, bool with_gradient, Reduction reduction);

/// By the best implementation for the samples.
Nce nce;

/// Written with libtorch's operators, in chunks of rows: for any device and type that libtorch has.
Nce nce_plain;

}  // namespace facet::kernels
