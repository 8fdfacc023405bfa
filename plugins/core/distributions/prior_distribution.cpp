#include "prior_distribution.h"

#include "facet/plugin.h"
#include "priors.h"

namespace facet {

void PriorDistribution::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label,
              "a discrete label whose classes are balanced; otherwise every bin is equally likely");
}

PriorDistribution::PriorDistribution(const Options& options, const SamplingSpace& space)
    : bins_(space.bins) {
  for (const std::int64_t session : bins_.sessions()) {
    SamplingSpace own = space;
    own.bins = bins_.of_session(session);
    if (options.label.empty())
      priors_[session] = std::make_unique<EmpiricalPrior>(own);
    else
      priors_[session] = std::make_unique<UniformPrior>(UniformPrior::Options{options.label}, own);
  }
}

std::vector<std::int64_t> PriorDistribution::sample(std::span<const std::int64_t> references,
                                                    Random& random) const {
  std::vector<std::int64_t> positives;
  positives.reserve(references.size());
  for (const std::int64_t session : deal_out_sessions(bins_, references, random))
    positives.push_back(priors_.at(session)->sample(1, random).front());
  return positives;
}

FACET_PLUGIN(registrar) {
  registrar.add<PriorDistribution>("prior",
                                   "positives drawn as references are, whatever these are");
}

}  // namespace facet
