#include "framework/sampling/reference_source.h"

#include <ATen/ops/tensor.h>

namespace facet {

ReferenceSource::ReferenceSource(Registry& registry, const ComponentChoice& prior,
                                 const SamplingSpace& space, const LabelChoice& unified) {
  for (const std::int64_t number : space.bins.sessions()) {
    SamplingSpace own = space;
    own.bins = space.bins.of_session(number);
    sessions_.push_back({number, own.bins, registry.create<Prior>(prior, own, "prior")});
  }
  if (!unified.empty()) alignment_.emplace(space, unified);
}

DrawnBins ReferenceSource::draw(std::optional<std::int64_t> count, Random& random) const {
  if (alignment_) {
    const auto chosen = random.below(static_cast<std::int64_t>(sessions_.size()));
    const Session& session = sessions_[static_cast<std::size_t>(chosen)];
    const std::vector<std::int64_t> bins = session.draw(count, random);
    return {alignment_->align(bins, session.number), at::tensor(bins, at::kLong)};
  }
  std::vector<std::int64_t> bins;
  for (const Session& session : sessions_) {
    const std::vector<std::int64_t> own = session.draw(count, random);
    bins.insert(bins.end(), own.begin(), own.end());
  }
  const at::Tensor drawn = at::tensor(bins, at::kLong);
  return {drawn, drawn};
}

}  // namespace facet
