#pragma once

#include <ATen/core/Tensor.h>

#include "encoder_loops.h"

namespace facet::kernels {

/// Those for this processor and numbers such as those of x.
EncoderLoops loops_for(const at::Tensor& x);

}  // namespace facet::kernels
