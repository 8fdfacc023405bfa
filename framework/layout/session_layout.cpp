#include "framework/layout/session_layout.h"

#include "facet/error.h"

namespace facet {

SamplingSpace sampling_space(const Sessions& sessions, std::vector<Segment> segments,
                             const Offset& offset) {
  Bins bins = Bins(segments).fitting(offset);
  if (bins.empty())
    throw Error("no segment of " + sessions.name() + " is as long as the model's window of " +
                std::to_string(offset.size()) + " bins");
  return {sessions.labels(), std::move(segments), std::move(bins)};
}

}  // namespace facet
