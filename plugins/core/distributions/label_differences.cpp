#include "label_differences.h"

#include <ATen/ops/empty.h>

#include "facet/error.h"

namespace facet {

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
  at::Tensor sums = at::empty({static_cast<std::int64_t>(bins.size()), d}, at::kDouble);
  auto* sum = sums.data_ptr<double>();
  for (const std::int64_t bin : bins) {
    const std::int64_t start = starts_[random.below(starts_.size())];
    const double *own = label(bin), *from = label(start), *to = label(start + time_delta_);
    for (std::int64_t k = 0; k < d; ++k) *sum++ = own[k] + to[k] - from[k];
  }
  return sums;
}

}  // namespace facet
