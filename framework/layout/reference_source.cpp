#include "framework/layout/reference_source.h"

namespace facet {

std::vector<SessionPrior> session_priors(const SamplingSpace& space,
                                         const CreatePrior& create_prior) {
  std::vector<SessionPrior> priors;
  for (const std::int64_t session : space.bins.sessions()) {
    SamplingSpace own = space;
    own.bins = space.bins.of_session(session);
    priors.push_back({session, own.bins, create_prior(own)});
  }
  return priors;
}

}  // namespace facet
