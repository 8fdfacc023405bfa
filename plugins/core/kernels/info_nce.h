#pragma once

#include "contrastive_tensors.h"

namespace facet::kernels {

/// InfoNCE with phi(x, y) = similarity(x, y) * a, where a is the inverse temperature:
///
///     alignment_i  = -phi(reference_i, positive_i)
///     uniformity_i =  log sum_j exp phi(reference_i, negative_j)
///
/// in nats (van den Oord, Li, Vinyals, arXiv:1807.03748). Values and gradients come from one call;
/// no B x M matrix may outlive it, or be whole within it. Finite wherever phi itself is.
using InfoNce = Terms(const Samples& samples, bool with_gradient, Similarity similarity);

/// By the best implementation for the samples.
InfoNce info_nce;

/// Written with libtorch's operators, in chunks of rows: for any device and type that libtorch has.
InfoNce info_nce_plain;

}  // namespace facet::kernels
