#include "framework/streaming/streamed_embedding.h"

#include <ATen/Functions.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/data/channel_summary.h"
#include "framework/embedding/transform.h"

namespace facet {

namespace {

constexpr std::int64_t windows_to_warm_up = 20;
std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

constexpr std::int64_t room = 1024;  // bins beside a window, until they are moved

}  // namespace

StreamedEmbedding::StreamedEmbedding(Model& model, std::int64_t num_channels,
                                     std::optional<SignalScale> scale, TakeRow take)
    : model_(model),
      offset_(model.offset()),
      scale_(std::move(scale)),
      take_(std::move(take)),
      bins_(at::zeros({offset_.size() + room, num_channels})),
      row_(at::full({model.num_output()}, std::numeric_limits<float>::quiet_NaN())) {
  kept_ = offset_.size();
  for (std::int64_t i = 0; i < windows_to_warm_up; ++i) embed_window();
  kept_ = 0;
}

void StreamedEmbedding::add(std::span<const float> signals) {
  require_usable(signals);
  if (kept_ == bins_.size(0)) keep_one_window();
  const at::Tensor bin = bins_.narrow(0, kept_, 1);
  std::ranges::copy(signals, bin.data_ptr<float>());
  if (scale_) bin.copy_(scale_->apply(bin));
  ++kept_;
  ++count_;
  if (count_ < offset_.size()) return;
  embed_window();
  give(count_ == offset_.size() ? offset_.left + 1 : 1);
}

void StreamedEmbedding::end() {
  if (count_ >= offset_.size()) return give(offset_.right - 1);
  row_.fill_(std::numeric_limits<float>::quiet_NaN());
  give(count_);
}

void StreamedEmbedding::require_usable(std::span<const float> signals) const {
  const auto fail = [&](const std::string& what) {
    throw Error("row " + std::to_string(count_ + 1) + ": " + what);
  };
  if (static_cast<std::int64_t>(signals.size()) != num_channels())
    fail("it has " + counted(signals.size(), "number") + ", a bin has one for each of the " +
         std::to_string(num_channels()) + " channels that were trained on");
  const auto wrong = std::ranges::find_if(
      signals, [](float value) { return !(std::abs(value) <= largest_signal); });
  if (wrong != signals.end())
    fail("number " + std::to_string(wrong - signals.begin() + 1) + " is " + number_text(*wrong) +
         ": a signal must be finite, and at most 1.8e19, so that its square fits into a float32; "
         "fill in what is missing before it is sent");
}

/// The last window that is kept.
void StreamedEmbedding::embed_window() {
  const c10::InferenceMode no_gradients;
  const RepeatableOperators repeatable;
  const at::Tensor window = bins_.narrow(0, kept_ - offset_.size(), offset_.size());
  const at::Tensor input = window.to(device_of(model_, window));
  row_.copy_(embed_bins(model_, input, offset_.left, offset_.left + 1)[0]);
}

/// All but the bin that would be the first of the next window can go.
void StreamedEmbedding::keep_one_window() {
  const std::int64_t needed = offset_.size() - 1;
  bins_.narrow(0, 0, needed).copy_(bins_.narrow(0, kept_ - needed, needed));
  kept_ = needed;
}

void StreamedEmbedding::give(std::int64_t times) const {
  for (; times > 0; --times)
    take_({row_.data_ptr<float>(), static_cast<std::size_t>(row_.numel())});
}

}  // namespace facet
