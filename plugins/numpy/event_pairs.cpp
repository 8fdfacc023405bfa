#include "event_pairs.h"

#include <algorithm>
#include <array>

#include "events.h"

namespace facet {

namespace {

constexpr std::array names_of_units{"spike_units", "spike_clusters", "unit", "index"};

FileArrays::iterator find(FileArrays& arrays, const std::string& name) {
  return std::find_if(arrays.begin(), arrays.end(),
                      [&](const FileArray& array) { return array.name() == name; });
}

FileArrays::iterator find_units(FileArrays& arrays, const FileArray& times) {
  for (const std::string name : names_of_units) {
    const auto units = find(arrays, name);
    if (units != arrays.end() && can_be_units(*units) && units->shape() == times.shape())
      return units;
  }
  return arrays.end();
}

/// Whole numbers count the samples of an acquisition, as Kilosort's do.
bool are_samples(const FileArray& times) {
  return can_be_units(times) && !times.is_text();
}

FileArray times_in_samples(const FileArray& times) {
  ArrayFacts facts = times.facts();
  facts.role = ArrayRole::times;
  facts.unit = "samples";
  return times.with(facts);
}

}  // namespace

FileArrays with_event_pairs(FileArrays arrays, const std::string& path) {
  const auto times = find(arrays, "spike_times");
  if (times != arrays.end() && are_samples(*times)) *times = times_in_samples(*times);
  if (times == arrays.end() || !can_be_times(*times)) return arrays;
  const auto units = find_units(arrays, *times);
  if (units == arrays.end()) return arrays;
  *times = events_by_unit(path, "spike_times", *times, *units);
  arrays.erase(units);
  return arrays;
}

}  // namespace facet
