#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "facet/export.h"
#include "facet/model.h"
#include "framework/data/signal_scale.h"

namespace facet {

/// The embedding of bins that come one by one, as those of one segment. Its rows are those of
/// transform(), in the order of the bins: with the bin that completes the first window come the
/// rows of all bins until the window's own, with each bin after it one row, and at the end those of
/// the last `right - 1` bins.
class FACET_API StreamedEmbedding {
 public:
  /// Is given the row of the next bin: so many numbers as the model has outputs.
  using TakeRow = std::function<void(std::span<const float> row)>;

  /// The model, which must outlive this object, is in eval mode. It encodes a few windows at once,
  /// so that the first bins take no longer than the others. `scale` brings what comes to z-scores.
  /// Throws Error where the model does not take so many channels.
  StreamedEmbedding(Model& model, std::int64_t num_channels, std::optional<SignalScale> scale,
                    TakeRow take);

  std::int64_t num_channels() const { return bins_.size(1); }
  std::int64_t num_output() const { return row_.size(0); }
  Offset offset() const { return offset_; }

  /// The signals of the next bin, one number a channel. Throws Error that names the row, counted
  /// from 1, for more or fewer, and for one that is not finite or whose square is not.
  void add(std::span<const float> signals);
  /// There are no more bins. Where fewer came than a window has, their rows are NaN.
  void end();

 private:
  void require_usable(std::span<const float> signals) const;
  void embed_window();
  void keep_one_window();
  void give(std::int64_t times) const;

  Model& model_;
  const Offset offset_;
  const std::optional<SignalScale> scale_;
  const TakeRow take_;
  std::int64_t count_ = 0;  // bins that came
  std::int64_t kept_ = 0;   // of these, the last ones: the first rows of bins_
  at::Tensor bins_;         // room for many, bins x channels
  at::Tensor row_;          // the newest
};

}  // namespace facet
