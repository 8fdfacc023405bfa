#include "apps/facet/init/unused_files.h"

#include <algorithm>
#include <set>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/file_times.h"

namespace facet {

namespace {

/// By what the config names.
std::set<std::string> named_in(const Proposal& made) {
  std::set<std::string> names(made.labels.begin(), made.labels.end());
  if (made.label) names.insert(made.label->value);
  if (made.trials) names.insert(made.trials->value);
  return names;
}

bool is_signal(const std::string& array, const Proposal& made) {
  return std::ranges::any_of(made.signals.value, [&](const std::string& name) {
    return array == name ||
           (name.ends_with('*') && array.starts_with(name.substr(0, name.size() - 1)));
  });
}

bool is_used(const FileArrays& arrays, const Proposal& made, const Recording& recording) {
  const std::set<std::string> names = named_in(made);
  return std::ranges::any_of(arrays, [&](const FileArray& array) {
    return is_signal(array.name(), made) || names.contains(array.name()) ||
           recording.channel_labels.contains(array.name()) ||
           (!made.bin && recording.labels.contains(array.name()));
  });
}

std::string what_lacks(const FileArrays& arrays, const Proposal& made, std::int64_t num_bins) {
  if (!made.bin)
    return "no array of it has a row for each of the " + std::to_string(num_bins) + " bins";
  const bool without_clock = std::ranges::any_of(arrays, [](const FileArray& array) {
    return can_be_read(array) && !has_clock(array) && array.facts().of.empty() &&
           (array.facts().role == ArrayRole::unknown || array.facts().role == ArrayRole::samples);
  });
  return without_clock
             ? "it does not say when its rows were sampled; { path = \"...\", rate = 30 } says how "
               "many are a second, time = [\"t\"] which column has their times, and "
               "intervals = [\"start\", \"stop\"] where intervals begin and end"
             : "none of its arrays is a continuous label in these bins; data.labels names others";
}

}  // namespace

void note_unused(Proposal& made, const Recording& recording, Registry& registry) {
  if (made.files.size() == 1) return;
  for (ProposedFile& file : made.files) {
    const FileArrays arrays = arrays_in(file.config, registry);
    if (file.note.empty() && !is_used(arrays, made, recording))
      file.note = "nothing of it is used: " + what_lacks(arrays, made, recording.num_bins());
  }
}

}  // namespace facet
