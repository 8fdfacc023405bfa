#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

#include "facet/bins.h"
#include "facet/export.h"
#include "facet/model.h"
#include "framework/ranks/ranks.h"

namespace facet {

/// The embedding of a whole recording, one row for each bin: T x outputs, float32 on the CPU.
///
/// Every segment by itself: its first full window's row stands for the `left` bins before it, its
/// last one for the `right - 1` bins after it. The model is put into eval mode and back. Bins
/// outside all segments and segments shorter than a window give rows of NaN.
/// `signals` is T x C float32 on any device. Throws Error for others, for channels that the model
/// does not take, and for segments that are not ascending, disjoint and within the signals. Of
/// several ranks each encodes a share, and all have the whole.
FACET_API at::Tensor transform(Model& model, const at::Tensor& signals,
                               const std::vector<Segment>& segments);
FACET_API at::Tensor transform(Model& model, const at::Tensor& signals,
                               const std::vector<Segment>& segments, Ranks& ranks);

/// The embedding of bins [begin, end), whose windows fit into the signals, which are T x C on the
/// model's device: (end - begin) x outputs. A convolutional model encodes all in one pass.
FACET_API at::Tensor embed_bins(Model& model, const at::Tensor& signals, std::int64_t begin,
                                std::int64_t end);

/// The embedding of bins [first, last) of a recording, whose windows fit: (last - first) x outputs.
using EmbedBins = std::function<at::Tensor(std::int64_t first, std::int64_t last)>;

/// The same with the embedding of the bins from elsewhere; `model` says its sizes.
FACET_API at::Tensor transform_segments(const Model& model, std::int64_t num_bins,
                                        const std::vector<Segment>& segments,
                                        const EmbedBins& embed, Ranks& ranks);

/// Where the model's parameters are; the device of `otherwise` for a model without any.
FACET_API c10::Device device_of(const Model& model, const at::Tensor& otherwise);

}  // namespace facet
