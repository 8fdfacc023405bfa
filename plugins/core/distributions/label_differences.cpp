#include "label_differences.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>

#include <vector>

#include "facet/error.h"

namespace facet {

namespace {

constexpr std::int64_t fewest_numbers_a_task = 1 << 16;  // fewer are added sooner than threads wake

}  // namespace

LabelDifferences::LabelDifferences(const SamplingSpace& space, const LabelChoice& label,
                                   std::int64_t time_delta)
    : labels_(space.labels.continuous(label).contiguous()),
      time_delta_(time_delta),
      starts_(Bins(space.segments).shifted_inside(time_delta)) {
  if (starts_.empty())
    throw Error("no segment is longer than the time_delta of " + std::to_string(time_delta_) +
                " bins");
}

at::Tensor LabelDifferences::added_to(std::span<const std::int64_t> bins, Random& random) const {
  const std::int64_t d = labels_.size(1);
  const auto label = [&](std::int64_t bin) { return labels_.data_ptr<double>() + bin * d; };
  std::vector<std::int64_t> starts;
  for (std::size_t i = 0; i < bins.size(); ++i)
    starts.push_back(starts_[random.below(starts_.size())]);
  const at::Tensor sums = at::empty({static_cast<std::int64_t>(bins.size()), d}, at::kDouble);
  auto* sum = sums.data_ptr<double>();
  at::parallel_for(0, sums.size(0), fewest_numbers_a_task / d + 1, [&](auto begin, auto end) {
    for (; begin < end; ++begin) {
      const std::int64_t start = starts[static_cast<std::size_t>(begin)];
      const double *own = label(bins[static_cast<std::size_t>(begin)]), *from = label(start),
                   *to = label(start + time_delta_);
      for (std::int64_t k = 0; k < d; ++k) sum[begin * d + k] = own[k] + to[k] - from[k];
    }
  });
  return sums;
}

}  // namespace facet
