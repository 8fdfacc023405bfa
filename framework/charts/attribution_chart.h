#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "framework/drawing/drawing.h"

namespace facet {

/// A map of attribution, outputs x neurons (see attribution_maps.h): how much each column of the
/// embedding depends on each neuron. What is not finite is left white.
Drawing attribution_chart(const at::Tensor& map, const std::string& name);

}  // namespace facet
