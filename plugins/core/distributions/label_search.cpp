#include "label_search.h"

#include <ATen/ops/index_select.h>
#include <ATen/ops/tensor.h>

namespace facet {

LabelSearch::LabelSearch(const SamplingSpace& space, const LabelChoice& label)
    : labels_(space.labels.continuous(label).contiguous()),
      bins_(space.bins.all()),
      neighbours_(at::index_select(labels_, 0, at::tensor(bins_, at::kLong))) {}

std::span<const double> LabelSearch::label(std::int64_t bin) const {
  const std::int64_t d = num_columns();
  return {labels_.data_ptr<double>() + bin * d, static_cast<std::size_t>(d)};
}

std::int64_t LabelSearch::nearest_bin(std::span<const double> query) const {
  return bins_[static_cast<std::size_t>(neighbours_.nearest(query))];
}

}  // namespace facet
