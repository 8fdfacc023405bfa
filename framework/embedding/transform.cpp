#include "framework/embedding/transform.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <limits>
#include <string>

#include "facet/error.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/data/check_recording.h"
#include "framework/data/windows.h"
#include "framework/embedding/eval_mode.h"

namespace facet {

namespace {

constexpr std::int64_t windows_at_once = 4096;

/// The bins of a segment whose windows fit into it.
Segment with_windows(const Segment& segment, const Offset& offset) {
  return {segment.begin + offset.left, segment.end - offset.right + 1};
}

/// Rows of other ranks are 0.
void embed_own_share(at::Tensor& embedding, const Segment& bins, const EmbedBins& embed,
                     const RankShare& share) {
  for (std::int64_t first = bins.begin; first < bins.end; first += windows_at_once) {
    const std::int64_t last = std::min(first + windows_at_once, bins.end);
    at::Tensor rows = embedding.narrow(0, first, last - first);
    if (first >= share.begin && first < share.end)
      rows.copy_(embed(first, last));
    else
      rows.zero_();
  }
}

at::Tensor encode(Model& model, const at::Tensor& windows) {
  try {
    return model.forward(windows);
  } catch (const c10::Error& error) {
    throw Error("the model cannot encode signals of " + std::to_string(windows.size(1)) +
                " channels: " + error.what_without_backtrace());
  }
}

}  // namespace

at::Tensor embed_bins(Model& model, const at::Tensor& signals, std::int64_t begin,
                      std::int64_t end) {
  const Offset offset = model.offset();
  if (model.convolutional()) {
    const at::Tensor span = signals.narrow(0, begin - offset.left, end - begin + offset.size() - 1);
    return encode(model, span.t().unsqueeze(0)).view({model.num_output(), end - begin}).t();
  }
  const at::Tensor bins = at::arange(begin, end, signals.options().dtype(at::kLong));
  return encode(model, gather_windows(signals, bins, offset));
}

at::Tensor transform_segments(const Model& model, std::int64_t num_bins,
                              const std::vector<Segment>& segments, const EmbedBins& embed,
                              Ranks& ranks) {
  require_segments(segments, num_bins);
  const RepeatableOperators repeatable;
  const Offset offset = model.offset();
  at::Tensor embedding =
      at::full({num_bins, model.num_output()}, std::numeric_limits<float>::quiet_NaN(), at::kFloat);
  for (const Segment& segment : segments)
    embed_own_share(embedding, with_windows(segment, offset), embed, share_of(ranks, num_bins));
  ranks.sum(embedding);
  for (const Segment& segment : segments) {
    const Segment bins = with_windows(segment, offset);
    if (bins.size() <= 0) continue;
    embedding.narrow(0, segment.begin, offset.left).copy_(embedding.narrow(0, bins.begin, 1));
    embedding.narrow(0, bins.end, offset.right - 1).copy_(embedding.narrow(0, bins.end - 1, 1));
  }
  return embedding;
}

c10::Device device_of(const Model& model, const at::Tensor& otherwise) {
  const auto parameters = model.parameters();
  return parameters.empty() ? otherwise.device() : parameters[0].device();
}

at::Tensor transform(Model& model, const at::Tensor& signals,
                     const std::vector<Segment>& segments) {
  SingleRank alone;
  return transform(model, signals, segments, alone);
}

at::Tensor transform(Model& model, const at::Tensor& signals, const std::vector<Segment>& segments,
                     Ranks& ranks) {
  require_signals(signals);
  const at::NoGradGuard no_grad;
  const EvalMode eval(model);
  const at::Tensor input = signals.to(device_of(model, signals));
  return transform_segments(
      model, signals.size(0), segments,
      [&](std::int64_t first, std::int64_t last) { return embed_bins(model, input, first, last); },
      ranks);
}

}  // namespace facet
