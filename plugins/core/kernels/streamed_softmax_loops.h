#pragma once

#include "softmax_rows.h"
#include "streamed_softmax.h"

namespace facet::kernels {

/// Of one processor.
struct SoftmaxLoops {
  SoftmaxLoop<float>* of_floats;
  SoftmaxLoop<double>* of_doubles;
};

/// A Softmax of float32 or float64 on the CPU, in libtorch's threads. Sums are the same to the last
/// bit for any number of threads.
StreamedSoftmax streamed_softmax_by(const SoftmaxLoops& loops, const at::Tensor& rows,
                                    const at::Tensor& scaled, const at::Tensor& other,
                                    const at::Tensor& bias, bool with_means);

}  // namespace facet::kernels
