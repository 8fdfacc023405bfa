#include "framework/data/copied_channels.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>

#include <map>

#include "framework/data/signal_pieces.h"

namespace facet {

namespace {

using Copies = std::vector<CopiedChannel>;

Copies with_equal_hashes(const std::vector<std::int64_t>& channels, const ChannelSummary& summary) {
  std::map<std::uint64_t, std::int64_t> first;
  Copies found;
  for (const std::int64_t channel : channels) {
    const std::uint64_t hash = summary.hash[static_cast<std::size_t>(channel)];
    const auto [known, is_first] = first.emplace(hash, channel);
    if (!is_first) found.push_back({channel, known->second});
  }
  return found;
}

at::Tensor column_numbers(const Copies& copies, std::int64_t CopiedChannel::*which) {
  std::vector<std::int64_t> numbers;
  for (const CopiedChannel& copy : copies) numbers.push_back(copy.*which);
  return at::tensor(numbers, at::kLong);
}

}  // namespace

std::vector<CopiedChannel> copied_channels(const Recording& recording,
                                           const std::vector<std::int64_t>& channels,
                                           const ChannelSummary& summary) {
  const Copies likely = with_equal_hashes(channels, summary);
  if (likely.empty()) return {};
  const at::Tensor copies = column_numbers(likely, &CopiedChannel::channel);
  const at::Tensor originals = column_numbers(likely, &CopiedChannel::original);
  at::Tensor equal = at::ones({copies.size(0)}, at::kBool);
  for_each_piece(recording, [&](const at::Tensor& piece, std::int64_t) {
    equal.logical_and_(piece.index_select(1, copies).eq(piece.index_select(1, originals)).all(0));
  });
  Copies found;
  for (std::size_t i = 0; i < likely.size(); ++i)
    if (equal[static_cast<std::int64_t>(i)].item<bool>()) found.push_back(likely[i]);
  return found;
}

}  // namespace facet
