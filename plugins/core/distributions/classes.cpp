#include "classes.h"

#include <algorithm>
#include <map>

#include "facet/error.h"

namespace facet {

Classes::Classes(const SamplingSpace& space, const LabelChoice& label)
    : values_(space.labels.discrete(label).contiguous()), sessions_(space.bins.sessions()) {
  label_ = space.labels.find(label.terms.front().name);
  std::map<std::int64_t, std::vector<Segment>> segments;
  for (const Segment& segment : space.bins.segments()) {
    for (std::int64_t bin = segment.begin; bin < segment.end; ++bin) {
      std::vector<Segment>& own = segments[class_of(bin)];
      if (bin > segment.begin && !own.empty() && own.back().end == bin)
        ++own.back().end;
      else
        own.push_back({bin, bin + 1, segment.session});
    }
  }
  for (auto& [value, own] : segments) bins_.emplace_back(value, Bins(std::move(own)));
}

std::int64_t Classes::class_of(std::int64_t bin) const {
  return values_.data_ptr<std::int64_t>()[bin];
}

std::int64_t Classes::sample_uniform(Random& random) const {
  const auto place = random.below(static_cast<std::int64_t>(bins_.size()));
  const Bins& own = bins_[static_cast<std::size_t>(place)].second;
  return own[random.below(own.size())];
}

void Classes::require_in_every_session() const {
  for (const auto& [value, own] : bins_) {
    const std::vector<std::int64_t> found = own.sessions();
    for (const std::int64_t session : sessions_)
      if (!std::binary_search(found.begin(), found.end(), session))
        throw Error("class " + label_.class_name(value) + " of label '" + label_.name +
                    "' is missing from session " + std::to_string(session) +
                    ": positives are searched in every session, so each must have all classes");
  }
}

}  // namespace facet
