#include "apps/facet/init/file_times.h"

#include <algorithm>
#include <set>

#include "apps/facet/init/array_kinds.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/recording_reader.h"
#include "framework/reading/time_unit.h"

namespace facet {

namespace {

const FileArray* find_column(const FileArrays& arrays, const std::set<std::string>& names) {
  const auto found = std::ranges::find_if(arrays, [&](const FileArray& array) {
    return is_column(array) && array.type() != at::kBool && names.contains(bare_name(array.name()));
  });
  return found == arrays.end() ? nullptr : &*found;
}

/// The columns in which intervals begin and end; none: there are no such.
std::vector<const FileArray*> interval_columns(const FileArrays& arrays) {
  const FileArray* begin =
      find_column(arrays, {"start", "starts", "start_time", "begin", "begins", "onset"});
  const FileArray* end =
      find_column(arrays, {"stop", "stops", "stop_time", "end", "ends", "end_time", "offset"});
  if (!begin || !end || begin->shape() != end->shape()) return {};
  return {begin, end};
}

std::string keyed(const std::string& key, const std::vector<std::string>& names) {
  return key + " = " + as_value(names).to_string();
}

std::string note_of_unit(const std::string& keys) {
  return "nothing of it is used: its times are whole numbers; " + keys +
         ", unit = \"ms\" (or \"s\", \"us\") says of what";
}

void give_times_to(ProposedFile& file, const FileArrays& arrays) {
  if (const auto columns = interval_columns(arrays); !columns.empty()) {
    const std::vector<std::string> names{columns[0]->name(), columns[1]->name()};
    if (!has_time_unit(*columns[0]) || !has_time_unit(*columns[1]))
      file.note = note_of_unit(keyed("intervals", names));
    else
      file.config.intervals = names;
    return;
  }
  for (const FileArray& array : arrays) {
    if (!seems_to_be_times(array)) continue;
    if (!has_time_unit(array))
      file.note = note_of_unit(keyed("time", {array.name()}));
    else
      file.config.time.push_back(array.name());
  }
}

/// `spike_time` and `unit`, of which the second may be text.
void give_events_to(ProposedFile& file, const FileArrays& arrays) {
  const FileArray* times = find_column(arrays, {"spike_time", "spike_times", "spiketime", "spike"});
  if (!times || !has_time_unit(*times)) return;
  static const std::set<std::string> owners = {"unit",    "units",      "unit_id", "unit_name",
                                               "cluster", "cluster_id", "clu",     "clusters",
                                               "neuron",  "neuron_id"};
  for (const FileArray& owner : arrays)
    if (can_be_read(owner) && owners.contains(bare_name(owner.name())) &&
        owner.shape() == times->shape() &&
        (owner.is_text() || (is_column(owner) && owner.type() != at::kBool)))
      file.config.events = {times->name(), owner.name()};
}

}  // namespace

FileArrays arrays_in(const FileConfig& file, Registry& registry) {
  RecordingConfig config;
  config.file = {file};
  return list_files(config, registry).arrays;
}

void give_events(Proposal& made, Registry& registry) {
  for (ProposedFile& file : made.files) give_events_to(file, arrays_in(file.config, registry));
}

void give_times(Proposal& made, Registry& registry) {
  for (ProposedFile& file : made.files)
    if (file.config.events.empty()) give_times_to(file, arrays_in(file.config, registry));
}

}  // namespace facet
