#include "time_offset.h"

#include "facet/error.h"
#include "facet/plugin.h"

namespace facet {

void Time::Options::describe(OptionsDescription<Options>& options) {
  options.add("time_offset", &Options::time_offset,
              "bins from a reference to its positive; negative: before it");
}

void Time::Options::validate(Problems& problems, const std::string& key) const {
  if (time_offset == 0)
    problems.add({}, join_key(key, "time_offset"),
                 "must not be 0: every reference would be its own positive");
}

Time::Time(const Options& options, const SamplingSpace& space)
    : time_offset_(options.time_offset),
      references_(space.bins.shifted_inside(options.time_offset)) {
  if (references_.empty())
    throw Error("no segment is long enough for a time_offset of " + std::to_string(time_offset_) +
                " bins between two full windows");
}

std::vector<std::int64_t> Time::sample(std::span<const std::int64_t> references, Random&) const {
  std::vector<std::int64_t> positives(references.begin(), references.end());
  for (std::int64_t& bin : positives) bin += time_offset_;
  return positives;
}

FACET_PLUGIN(registrar) {
  registrar.add<Time>("time", "positives a fixed time after their references");
}

}  // namespace facet
