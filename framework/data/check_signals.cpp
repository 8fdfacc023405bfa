#include "framework/data/check_signals.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cmath>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"

namespace facet {

namespace {

constexpr double largest = 1.8e19;  // its square fits into float32

/// Hands over the signals of the segments piece by piece, with the bin at which each begins.
template <class Take>
void for_each_piece(const Recording& recording, const Take& take) {
  constexpr std::int64_t piece = 16384;  // bins
  for (const Segment& segment : recording.segments)
    for (std::int64_t begin = segment.begin; begin < segment.end; begin += piece)
      take(recording.signals.slice(0, begin, std::min(begin + piece, segment.end)), begin);
}

/// Values that cannot be used.
struct WrongValues {
  std::int64_t count = 0, num_bins = 0;
  std::int64_t bin = -1, channel = -1;  // of the first
};

WrongValues find_wrong(const Recording& recording) {
  WrongValues found;
  for_each_piece(recording, [&](const at::Tensor& piece, std::int64_t begin) {
    const at::Tensor wrong = piece.abs().le(largest).logical_not();
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

/// The number that a channel has in the file.
std::int64_t in_file(const SignalSource& source, std::int64_t channel) {
  return source.channels.defined() ? source.channels[channel].item<std::int64_t>() : channel;
}

std::string counted(std::int64_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

[[noreturn]] void refuse(const WrongValues& wrong, const SignalSource& source) {
  const std::int64_t channel = in_file(source, wrong.channel);
  const double value = source.stored(wrong.bin, channel);
  const std::string place =
      "bin " + std::to_string(wrong.bin) + ", channel " + std::to_string(channel);
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

void warn_of_zeros(const Recording& recording, const at::Tensor& zero, const SignalSource& source) {
  constexpr std::int64_t most = 10;
  const at::Tensor channels = zero.nonzero().flatten();
  const std::int64_t count = channels.size(0);
  if (count == 0) return;
  std::vector<std::string> numbers;
  for (std::int64_t i = 0; i < std::min(count, most); ++i)
    numbers.push_back(std::to_string(in_file(source, channels[i].item<std::int64_t>())));
  warn(recording.name + ": " + std::to_string(count) + " of " +
       std::to_string(recording.num_channels()) + " channels are 0 in every bin that is used: " +
       join(numbers) + (count > most ? ", ..." : "") + " (data.neurons can leave them out)");
}

}  // namespace

void check_signals(const Recording& recording, const SignalSource& source) {
  at::Tensor low = at::zeros({recording.num_channels()}, at::kFloat), high = at::zeros_like(low);
  for_each_piece(recording, [&](const at::Tensor& piece, std::int64_t) {
    const auto [least, greatest] = at::aminmax(piece, /*dim=*/0);
    low = at::minimum(low, least);  // NaN stays NaN
    high = at::maximum(high, greatest);
  });
  const at::Tensor usable = low.ge(-largest).logical_and(high.le(largest));
  if (!usable.all().item<bool>()) refuse(find_wrong(recording), source);
  warn_of_zeros(recording, low.eq(0).logical_and(high.eq(0)), source);
}

void check_form(const std::string& recording, const std::vector<std::string>& names,
                const at::Tensor& signals, bool transposed) {
  if (signals.size(1) <= signals.size(0)) return;
  warn(recording + ": the signals " + quoted(names) + " are " + std::to_string(signals.size(0)) +
       " bins x " + std::to_string(signals.size(1)) + " channels, more channels than bins: " +
       (transposed ? "if they are bins x channels in the file, leave out data.transpose"
                   : "if they are channels x bins in the file, set data.transpose = true"));
}

}  // namespace facet
