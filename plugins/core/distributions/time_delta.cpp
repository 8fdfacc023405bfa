#include "time_delta.h"

#include "facet/error.h"

namespace facet {

void TimeDelta::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the continuous label that is compared").required();
  options.add("time_delta", &Options::time_delta, "bins between the two labels of a difference")
      .at_least(1);
}

TimeDelta::TimeDelta(const Options& options, const SamplingSpace& space)
    : time_delta_(options.time_delta),
      bins_(space.bins),
      starts_(Bins(space.segments).shifted_inside(options.time_delta)),
      search_(space, options.label) {
  if (starts_.empty())
    throw Error("no segment is longer than the time_delta of " + std::to_string(time_delta_) +
                " bins");
}

std::vector<std::int64_t> TimeDelta::sample(std::span<const std::int64_t> references,
                                            Random& random) const {
  std::vector<std::int64_t> positives;
  positives.reserve(references.size());
  std::vector<double> query(static_cast<std::size_t>(search_.num_columns()));
  for (const std::int64_t reference : references) {
    const std::int64_t start = starts_[random.below(starts_.size())];
    const auto from = search_.label(start), to = search_.label(start + time_delta_);
    const auto own = search_.label(reference);
    for (std::size_t k = 0; k < query.size(); ++k) query[k] = own[k] + to[k] - from[k];
    positives.push_back(search_.nearest_bin(query));
  }
  return positives;
}

}  // namespace facet
