#include "framework/embedding/taken_bins.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <bit>

#include "facet/error.h"

namespace facet {

namespace {

constexpr std::int64_t bits = 64;

struct Range {
  const std::int64_t *begin, *end;
};

Range range_of(const at::Tensor& bins) {
  const auto* begin = bins.data_ptr<std::int64_t>();
  return {begin, begin + bins.numel()};
}

}  // namespace

TakenBins::TakenBins(const at::Tensor& bins) {
  if (bins.numel() == 0) throw Error("there are no bins to embed");
  const at::Tensor own = bins.contiguous();
  const auto [begin, end] = range_of(own);
  const auto [lowest, highest] = std::minmax_element(begin, end);
  first_ = *lowest;
  span_ = *highest - first_ + 1;
  words_.resize(static_cast<std::size_t>((span_ + bits - 1) / bits));
  std::for_each(begin, end, [&](std::int64_t bin) {
    const auto place = static_cast<std::uint64_t>(bin - first_);
    words_[place / bits] |= std::uint64_t{1} << (place % bits);
  });
  before_.reserve(words_.size() + 1);
  before_.push_back(0);
  for (const std::uint64_t word : words_) before_.push_back(before_.back() + std::popcount(word));
}

at::Tensor TakenBins::in_order() const {
  const at::Tensor bins = at::empty({size()}, at::kLong);
  auto* next = bins.data_ptr<std::int64_t>();
  for (std::size_t i = 0; i < words_.size(); ++i)
    for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
      *next++ = first_ + static_cast<std::int64_t>(i) * bits + std::countr_zero(rest);
  return bins;
}

at::Tensor TakenBins::places(const at::Tensor& bins) const {
  const at::Tensor own = bins.contiguous(), places = at::empty(own.sizes(), at::kLong);
  const auto [begin, end] = range_of(own);
  std::transform(begin, end, places.data_ptr<std::int64_t>(), [&](std::int64_t bin) {
    const auto place = static_cast<std::uint64_t>(bin - first_);
    const std::uint64_t lower = (std::uint64_t{1} << (place % bits)) - 1;
    return before_[place / bits] + std::popcount(words_[place / bits] & lower);
  });
  return places;
}

}  // namespace facet
