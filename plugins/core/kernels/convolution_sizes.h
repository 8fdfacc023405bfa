#pragma once

#include <ATen/core/Tensor.h>

#include "encoder_loops.h"

namespace facet::kernels {

/// Of x: windows x length x in, and a weight: out x in x taps.
struct ConvolutionSizes {
  ConvolutionSizes(const at::Tensor& x, const at::Tensor& weight);
  std::int64_t products() const { return windows * used * taps * in * out; }

  std::int64_t windows, length, in, out, taps;
  std::int64_t used;  ///< rows of a window of the result
};

/// Weights, taps x rows x columns, as one matrix of taps * rows rows, packed.
at::Tensor pack(const EncoderLoops& loops, const at::Tensor& weights);

}  // namespace facet::kernels
