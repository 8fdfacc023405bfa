#include "framework/layout/reference_source.h"

#include "framework/calls/call.h"
#include "framework/calls/drawn_bins.h"

namespace facet {

std::vector<SamplingSpace> spaces_of_sessions(const SamplingSpace& space) {
  std::vector<SamplingSpace> spaces;
  for (const std::int64_t session : space.bins.sessions()) {
    spaces.push_back(space);
    spaces.back().bins = space.bins.of_session(session);
  }
  return spaces;
}

std::vector<std::int64_t> SessionPrior::draw(std::optional<std::int64_t> count,
                                             Random& random) const {
  if (!count) return bins.all();
  return call(*prior, "in sample()", [&] {
    std::vector<std::int64_t> drawn = prior->sample(*count, random);
    require_drawn(drawn, static_cast<std::size_t>(*count), bins, "references or negatives");
    return drawn;
  });
}

std::vector<SessionPrior> session_priors(const SamplingSpace& space,
                                         const CreatePrior& create_prior) {
  std::vector<SessionPrior> priors;
  for (const SamplingSpace& own : spaces_of_sessions(space))
    priors.push_back({own.bins.sessions().front(), own.bins, create_prior(own)});
  return priors;
}

}  // namespace facet
