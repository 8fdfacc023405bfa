#include "delta_normal.h"

#include <random>

namespace facet {

void DeltaNormal::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the continuous label that is compared").required();
  options.add("delta", &Options::delta, "standard deviation of the difference, in every column")
      .above(0);
}

DeltaNormal::DeltaNormal(const Options& options, const SamplingSpace& space)
    : delta_(options.delta), bins_(space.bins), search_(space, options.label) {}

std::vector<std::int64_t> DeltaNormal::sample(std::span<const std::int64_t> references,
                                              Random& random) const {
  std::normal_distribution<double> difference(0, delta_);
  std::vector<std::int64_t> positives;
  positives.reserve(references.size());
  std::vector<double> query(static_cast<std::size_t>(search_.num_columns()));
  for (const std::int64_t reference : references) {
    const auto own = search_.label(reference);
    for (std::size_t k = 0; k < query.size(); ++k) query[k] = own[k] + difference(random);
    positives.push_back(search_.nearest_bin(query));
  }
  return positives;
}

}  // namespace facet
