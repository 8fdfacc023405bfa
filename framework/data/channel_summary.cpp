#include "framework/data/channel_summary.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/median.h>

#include <bit>
#include <cmath>

#include "framework/data/signal_pieces.h"

namespace facet {

namespace {

/// Of eleven bins of which at most five have another value, the median has the most common one.
at::Tensor usual_values(const Recording& recording) {
  std::vector<std::int64_t> first;
  for (const Segment& segment : recording.segments)
    for (std::int64_t bin = segment.begin; bin < segment.end && first.size() < 11; ++bin)
      first.push_back(bin);
  const at::Tensor rows = recording.signals.index_select(0, at::tensor(first, at::kLong));
  return std::get<0>(rows.median(0)).contiguous();
}

/// 32 bits that differ from bin to bin (splitmix64).
std::uint64_t weight_of(std::int64_t bin) {
  std::uint64_t z = (static_cast<std::uint64_t>(bin) + 1) * 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return (z ^ (z >> 31)) >> 32;
}

/// Below 2^22 in size the sum has no place for what is behind the point; above there is none.
bool is_broken(float value) {
  constexpr float all_places = 0x1.8p23F;
  const float whole = (value + all_places) - all_places;
  return (whole != value) & (value < 0x1p22F) & (value > -0x1p22F);
}

/// The columns of some channels, a loop for what the compiler does in one go.
void add_row(const float* row, std::uint64_t weight, std::int64_t begin, std::int64_t end,
             ChannelSummary& summary) {
  float* __restrict low = summary.low.data(), * __restrict high = summary.high.data();
  const float* __restrict usual = summary.usual.data();
  std::uint32_t* __restrict unusual = summary.unusual.data();
  std::uint32_t* __restrict unusable = summary.unusable.data();
  std::uint32_t* __restrict nonzero = summary.nonzero.data();
  std::uint32_t* __restrict broken = summary.broken.data();
  std::uint64_t* __restrict hash = summary.hash.data();
  for (std::int64_t c = begin; c < end; ++c) {
    low[c] = row[c] < low[c] ? row[c] : low[c];
    high[c] = row[c] > high[c] ? row[c] : high[c];
    unusable[c] += !(std::abs(row[c]) <= largest_signal);
    unusual[c] += row[c] != usual[c];
    nonzero[c] += row[c] != 0;
    broken[c] += is_broken(row[c]);
  }
  for (std::int64_t c = begin; c < end; ++c)  // -0 is 0
    hash[c] += weight * std::bit_cast<std::uint32_t>(row[c] + 0.0F);
}

}  // namespace

ChannelSummary summarize_channels(const Recording& recording) {
  const auto count = static_cast<std::size_t>(recording.num_channels());
  const at::Tensor usual = usual_values(recording);
  ChannelSummary summary;
  summary.usual.assign(usual.data_ptr<float>(), usual.data_ptr<float>() + count);
  summary.low = summary.high = summary.usual;
  for (auto* counts : {&summary.unusable, &summary.unusual, &summary.nonzero, &summary.broken})
    counts->assign(count, 0);
  summary.hash.assign(count, 0);
  for_each_piece(recording, [&](const at::Tensor& piece, std::int64_t first) {
    const at::Tensor rows = piece.contiguous();
    summary.num_bins += rows.size(0);
    constexpr std::int64_t channels_at_once = 256;
    at::parallel_for(0, rows.size(1), channels_at_once, [&](std::int64_t begin, std::int64_t end) {
      const float* row = rows.data_ptr<float>();
      for (std::int64_t bin = 0; bin < rows.size(0); ++bin, row += rows.size(1))
        add_row(row, weight_of(first + bin), begin, end, summary);
    });
  });
  return summary;
}

}  // namespace facet
