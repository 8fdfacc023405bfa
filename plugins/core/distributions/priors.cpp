#include "priors.h"

#include <algorithm>
#include <unordered_map>

#include "facet/plugin.h"

namespace facet {

namespace {

/// The first `count` of [0, n), shuffled: Fisher and Yates, keeping only what was moved.
std::vector<std::int64_t> draw_distinct(std::int64_t count, std::int64_t n, Random& random) {
  std::unordered_map<std::int64_t, std::int64_t> moved;
  const auto at = [&](std::int64_t place) {
    const auto found = moved.find(place);
    return found == moved.end() ? place : found->second;
  };
  std::vector<std::int64_t> drawn;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t place = i + random.below(n - i);
    drawn.push_back(at(place));
    moved[place] = at(i);
  }
  return drawn;
}

}  // namespace

std::vector<std::int64_t> EmpiricalPrior::sample(std::int64_t count, Random& random) const {
  std::vector<std::int64_t> bins;
  while (count > 0) {
    const std::int64_t round = std::min(count, bins_.size());
    for (const std::int64_t i : draw_distinct(round, bins_.size(), random))
      bins.push_back(bins_[i]);
    count -= round;
  }
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

FACET_PLUGIN(registrar) {
  registrar.add_default<EmpiricalPrior>("empirical", "every bin equally likely");
  registrar.add<UniformPrior>("uniform", "every class of a discrete label equally likely");
}

}  // namespace facet
