#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/bins.h"
#include "facet/model.h"

namespace facet {

/// The embedding of a whole recording, one row a bin: T x outputs, float32 on the CPU.
///
/// Every segment by itself: its first full window's row stands for the `left` bins before it, its
/// last one for the `right - 1` bins after it. The model is put into eval mode and back. Bins
/// outside all segments and segments shorter than a window give rows of NaN.
/// `signals` is T x C on any device.
at::Tensor transform(Model& model, const at::Tensor& signals, const std::vector<Segment>& segments);

}  // namespace facet
