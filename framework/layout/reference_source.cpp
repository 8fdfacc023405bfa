#include "framework/layout/reference_source.h"

namespace facet {

std::vector<SamplingSpace> spaces_of_sessions(const SamplingSpace& space) {
  std::vector<SamplingSpace> spaces;
  for (const std::int64_t session : space.bins.sessions()) {
    spaces.push_back(space);
    spaces.back().bins = space.bins.of_session(session);
  }
  return spaces;
}

std::vector<SessionPrior> session_priors(const SamplingSpace& space,
                                         const CreatePrior& create_prior) {
  std::vector<SessionPrior> priors;
  for (const SamplingSpace& own : spaces_of_sessions(space))
    priors.push_back({own.bins.sessions().front(), own.bins, create_prior(own)});
  return priors;
}

}  // namespace facet
