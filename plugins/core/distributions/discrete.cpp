#include "discrete.h"

namespace facet {

void Discrete::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the discrete label that is compared").required();
}

Discrete::Discrete(const Options& options, const SamplingSpace& space)
    : bins_(space.bins), classes_(space, options.label) {}

std::vector<std::int64_t> Discrete::sample(std::span<const std::int64_t> references,
                                           Random& random) const {
  std::vector<std::int64_t> positives;
  positives.reserve(references.size());
  for (const std::int64_t reference : references)
    positives.push_back(classes_.sample_like(reference, random));
  return positives;
}

}  // namespace facet
