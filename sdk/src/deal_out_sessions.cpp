#include <algorithm>

#include "facet/distribution.h"

namespace facet {

std::vector<std::int64_t> deal_out_sessions(const Bins& bins,
                                            std::span<const std::int64_t> references,
                                            Random& random) {
  const std::vector<std::int64_t> all = bins.sessions();
  std::vector<std::int64_t> sessions(references.size(), all.empty() ? 0 : all.front());
  if (all.size() < 2) return sessions;
  std::transform(references.begin(), references.end(), sessions.begin(),
                 [&](std::int64_t bin) { return bins.segment_of(bin)->session; });
  std::shuffle(sessions.begin(), sessions.end(), random);
  return sessions;
}

}  // namespace facet
