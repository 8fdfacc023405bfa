#include "priors.h"

namespace facet {

std::vector<std::int64_t> EmpiricalPrior::sample(std::int64_t count, Random& random) const {
  std::vector<std::int64_t> bins(static_cast<std::size_t>(count));
  for (std::int64_t& bin : bins) bin = bins_[random.below(bins_.size())];
  return bins;
}

void UniformPrior::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the discrete label whose classes are balanced").required();
}

std::vector<std::int64_t> UniformPrior::sample(std::int64_t count, Random& random) const {
  std::vector<std::int64_t> bins(static_cast<std::size_t>(count));
  for (std::int64_t& bin : bins) bin = classes_.sample_uniform(random);
  return bins;
}

}  // namespace facet
