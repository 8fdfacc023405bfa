#pragma once

#include "facet/model.h"

namespace facet {

/// d output / d window, exact, by one reverse pass an output. windows: B x N x T -> B x outputs x N
/// x T. Every output of a window must depend on that window alone.
at::Tensor output_gradients(Model& model, const at::Tensor& windows);

}  // namespace facet
