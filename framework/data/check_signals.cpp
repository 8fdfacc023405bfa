#include "framework/data/check_signals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "framework/data/channel_summary.h"
#include "framework/data/signal_pieces.h"
#include "framework/data/warn_of_channels.h"

namespace facet {

namespace {

/// Values that cannot be used.
struct WrongValues {
  std::int64_t count = 0, num_bins = 0;
  std::int64_t bin = -1, channel = -1;  // of the first
};

WrongValues find_wrong(const Recording& recording) {
  WrongValues found;
  for_each_piece(recording, [&](const at::Tensor& piece, std::int64_t begin) {
    const at::Tensor wrong = piece.abs().le(largest_signal).logical_not();
    const at::Tensor places = wrong.nonzero();
    if (places.size(0) == 0) return;
    if (found.count == 0) {
      found.bin = begin + places[0][0].item<std::int64_t>();
      found.channel = places[0][1].item<std::int64_t>();
    }
    found.count += places.size(0);
    found.num_bins += wrong.any(1).sum().item<std::int64_t>();
  });
  return found;
}

std::string counted(std::int64_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

[[noreturn]] void refuse(const WrongValues& wrong, const SignalSource& source) {
  const std::int64_t channel = source.in_file(wrong.channel);
  const double value = source.stored(wrong.bin, channel);
  const std::string place =
      "bin " + std::to_string(wrong.bin) + ", channel " + source.text(wrong.channel);
  const std::string what =
      std::isfinite(value)
          ? "hold " + number_text(value) + " in " + place +
                ": too large, its square does not fit into a float32 (up to 1.8e19 does). "
                "Values that cannot be used are in "
          : "are not finite (NaN or infinity), first in " + place + ", in all in ";
  throw Error(
      "the signals " + (source.names.empty() ? "" : quoted(source.names) + " ") + what +
      counted(wrong.num_bins, "bin") + ", " + counted(wrong.count, "value") +
      ": leave bins out by data.select or data.epochs, channels by data.neurons, or fill NaN "
      "by data.fill");
}

}  // namespace

void check_signals(const Recording& recording, const SignalSource& source) {
  const ChannelSummary summary = summarize_channels(recording);
  const auto& unusable = summary.unusable;
  if (std::any_of(unusable.begin(), unusable.end(), [](auto count) { return count > 0; }))
    refuse(find_wrong(recording), source);
  warn_of_channels(recording, summary, source);
}

void check_form(const std::string& recording, const std::vector<std::string>& names,
                const at::Tensor& signals, const std::string& advice) {
  if (signals.size(1) <= signals.size(0)) return;
  warn(recording + ": the signals " + quoted(names) + " are " + std::to_string(signals.size(0)) +
       " bins x " + std::to_string(signals.size(1)) + " channels, more channels than bins" +
       (advice.empty() ? "" : ": " + advice));
}

}  // namespace facet
