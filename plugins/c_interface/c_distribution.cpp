#include "c_distribution.h"

#include "c_call.h"

namespace facet {

namespace {

std::vector<facet_segment> as_c(const std::vector<Segment>& segments) {
  std::vector<facet_segment> same;
  for (const Segment& segment : segments)
    same.push_back({segment.begin, segment.end, segment.session});
  return same;
}

Random& random_of(void* state) {
  return *static_cast<Random*>(state);
}

facet_random as_c(Random& random) {
  return {.size = sizeof(facet_random),
          .state = &random,
          .bits = [](void* state) { return random_of(state)(); },
          .below = [](void* state, std::int64_t n) { return random_of(state).below(n); },
          .uniform = [](void* state) { return random_of(state).uniform(); },
          .normal = [](void* state) { return random_of(state).normal(); }};
}

}  // namespace

CDistribution::CDistribution(const facet_distribution& functions,
                             const std::vector<OptionInfo>& options, const Table& checked,
                             const SamplingSpace& space)
    : functions_(functions),
      values_(options, checked, space.labels),
      training_(as_c(space.segments)),
      bins_(as_c(space.bins.segments())),
      space_{.size = sizeof space_,
             .training = training_.data(),
             .bins = bins_.data(),
             .num_training = training_.size(),
             .num_bins = bins_.size()} {
  c_call([&](facet_message* error) {
    return functions_.create(values_.get(), &space_, &distribution_, error);
  });
  try {
    references_ = find_references(space.bins);
  } catch (...) {
    functions_.destroy(distribution_);
    throw;
  }
}

CDistribution::~CDistribution() {
  functions_.destroy(distribution_);
}

Bins CDistribution::find_references(const Bins& bins) const {
  if (!functions_.references) return bins;
  const facet_segment* segments = nullptr;
  std::size_t count = 0;
  c_call([&](facet_message* error) {
    return functions_.references(distribution_, &segments, &count, error);
  });
  std::vector<Segment> found;
  for (std::size_t i = 0; i < count; ++i)
    found.push_back({segments[i].begin, segments[i].end, segments[i].session});
  const Bins references(std::move(found));
  if (references.intersect(bins).size() != references.size())
    throw Error("gives references that are not among the bins that it may draw from");
  return references;
}

std::vector<std::int64_t> CDistribution::sample(std::span<const std::int64_t> references,
                                                Random& random) const {
  std::vector<std::int64_t> positives(references.size(), -1);  // no bin: what is left out is seen
  const facet_random source = as_c(random);
  c_call([&](facet_message* error) {
    return functions_.sample(distribution_, references.data(), references.size(), &source,
                             positives.data(), error);
  });
  return positives;
}

}  // namespace facet
