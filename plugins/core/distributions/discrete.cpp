#include "discrete.h"

#include "facet/plugin.h"

namespace facet {

void Discrete::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the discrete label that is compared").required();
}

Discrete::Discrete(const Options& options, const SamplingSpace& space)
    : bins_(space.bins), classes_(space, options.label) {
  classes_.require_in_every_session();
  for (const auto& [value, own] : classes_.bins())
    for (const std::int64_t session : own.sessions())
      positives_.emplace(std::pair(value, session), own.of_session(session));
}

std::vector<std::int64_t> Discrete::sample(std::span<const std::int64_t> references,
                                           Random& random) const {
  const auto sessions = deal_out_sessions(bins_, references, random);
  std::vector<std::int64_t> positives;
  positives.reserve(references.size());
  for (std::size_t i = 0; i < references.size(); ++i) {
    const Bins& own = positives_.at({classes_.class_of(references[i]), sessions[i]});
    positives.push_back(own[random.below(own.size())]);
  }
  return positives;
}

FACET_PLUGIN(registrar) {
  registrar.add<Discrete>("discrete", "positives of the same class as their references");
}

}  // namespace facet
