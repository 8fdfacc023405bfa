#include "classes.h"

namespace facet {

Classes::Classes(const SamplingSpace& space, const LabelChoice& label)
    : labels_(space.labels.discrete(label).contiguous()) {
  const auto* labels = labels_.data_ptr<std::int64_t>();
  for (const std::int64_t bin : space.bins.all()) {
    const auto [known, is_new] = index_.try_emplace(labels[bin], bins_.size());
    if (is_new) bins_.emplace_back();
    bins_[known->second].push_back(bin);
  }
}

std::int64_t Classes::sample_like(std::int64_t bin, Random& random) const {
  return any_of(bins_[index_.at(labels_.data_ptr<std::int64_t>()[bin])], random);
}

std::int64_t Classes::sample_uniform(Random& random) const {
  return any_of(
      bins_[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(bins_.size())))],
      random);
}

std::int64_t Classes::any_of(const std::vector<std::int64_t>& bins, Random& random) {
  return bins[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(bins.size())))];
}

}  // namespace facet
