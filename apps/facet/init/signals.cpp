#include "apps/facet/init/signals.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/numbered_columns.h"
#include "apps/facet/init/transposed.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

/// What the signals may be.
struct PossibleSignals {
  std::vector<std::string> names;
  const FileArray* array;  // the first of them
  std::int64_t channels;
};

std::vector<std::string> names_of(const FileArrays& arrays) {
  std::vector<std::string> names;
  for (const FileArray& array : arrays) names.push_back(array.name());
  return names;
}

std::int64_t channels_in(const FileArray& array, const FileArrays& arrays) {
  if (is_events(array)) return array.shape()[0];
  if (is_of_trials(array) && array.is_ragged()) return array.shape()[1];
  if (array.shape().size() < 2) return 1;
  return why_transposed(array, arrays).empty() ? array.shape().back() : array.shape().front();
}

/// The place of a body part, of which another array says how sure it is.
bool is_body_part(const FileArray& array, const FileArrays& arrays) {
  return std::any_of(arrays.begin(), arrays.end(), [&](const FileArray& other) {
    return other.name() == array.name() + ".likelihood" || other.name() == array.name() + ".score";
  });
}

std::vector<PossibleSignals> possible_signals(const FileArrays& arrays) {
  std::vector<PossibleSignals> possible;
  for (const FileArray& array : arrays)
    if (can_be_read(array) && (is_events(array) || is_matrix(array) || is_of_trials(array)) &&
        !is_body_part(array, arrays))
      possible.push_back({{array.name()}, &array, channels_in(array, arrays)});
  for (const NumberedColumns& columns : numbered_columns(arrays))
    possible.push_back({columns.names, columns.first, columns.count});
  return possible;
}

/// Trials go before what has a row for each trial, such as one stimulus; what has but two or three
/// columns is rather places in space.
bool are_its_trials(const PossibleSignals& trials, const PossibleSignals& other) {
  const std::vector<std::int64_t>&shape = trials.array->shape(), &rows = other.array->shape();
  return is_of_trials(*trials.array) && !is_of_trials(*other.array) && trials.channels > 3 &&
         (rows[0] == shape[0] || (!trials.array->is_ragged() && rows[0] == shape[2]));
}

/// Columns of their own are rather labels, where there is a matrix.
bool is_wide_matrix(const PossibleSignals& signals) {
  return !is_column(*signals.array) && signals.channels > 3;
}

bool is_better(const PossibleSignals& one, const PossibleSignals& other) {
  if (is_events(*one.array) != is_events(*other.array)) return is_events(*one.array);
  if (are_its_trials(one, other)) return true;
  if (are_its_trials(other, one)) return false;
  if (is_column(*one.array) && is_wide_matrix(other)) return false;
  if (is_column(*other.array) && is_wide_matrix(one)) return true;
  if (one.channels != other.channels) return one.channels > other.channels;
  return one.array->name() == "F_corrected" && other.array->name() != "F_corrected";
}

[[noreturn]] void throw_without_signals(const FileArrays& arrays) {
  std::vector<std::string> reasons;
  for (const FileArray& array : arrays)
    if (!array.why_unreadable().empty() && reasons.size() < 3)
      reasons.push_back("'" + array.name() + "' " + array.why_unreadable());
  if (!reasons.empty())
    throw Error("there is no array of signals that can be read: " + join(reasons, "; "));
  throw Error(
      "there is no array of signals, bins x channels or event times of units: facet "
      "data info shows what there is, --signals names it, or several as 'unit_*'");
}

std::string reason_of(const PossibleSignals& signals) {
  const std::string count = std::to_string(signals.channels);
  if (is_events(*signals.array)) return "event times of " + count + " units";
  if (is_of_trials(*signals.array)) return "trials x time x " + count + " channels";
  if (is_column(*signals.array)) return count + " columns, a channel each";
  return signals.array->name() == "F_corrected" ? count + " channels, without the neuropil's part"
                                                : count + " channels";
}

}  // namespace

std::vector<const FileArray*> named_arrays(const FileArrays& arrays,
                                           const std::vector<std::string>& names) {
  std::unordered_map<std::string_view, const FileArray*> by_name;  // of wide tables thousands
  for (const FileArray& array : arrays) by_name.emplace(array.name(), &array);
  std::vector<const FileArray*> found;
  for (const std::string& name : names) {
    if (const auto own = by_name.find(name); own != by_name.end()) {
      found.push_back(own->second);
      continue;
    }
    const std::size_t before = found.size();
    const std::string start = name.ends_with('*') ? name.substr(0, name.size() - 1) : "";
    for (const FileArray& array : arrays)
      if (name.ends_with('*') && array.name().starts_with(start)) found.push_back(&array);
    if (found.size() > before) continue;
    const std::vector<std::string> known = names_of(arrays);
    throw Error("there is no array '" + name + "'" + did_you_mean(name, known) + " (there are " +
                (known.empty() ? "none" : quoted(known)) + ")");
  }
  return found;
}

void choose_signals(Proposal& made, const FileArrays& arrays,
                    const std::vector<std::string>& wished) {
  const std::vector<PossibleSignals> possible = possible_signals(arrays);
  for (const PossibleSignals& signals : possible)
    made.possible_signals.push_back(join(signals.names));
  if (!wished.empty()) {
    made.signals = {wished, "as you said"};
  } else {
    if (possible.empty()) throw_without_signals(arrays);
    const auto* best = &possible[0];
    for (const PossibleSignals& signals : possible)
      if (is_better(signals, *best)) best = &signals;
    made.signals = {best->names, reason_of(*best)};
  }
  made.transpose = why_transposed(*named_arrays(arrays, made.signals.value)[0], arrays);
}

std::int64_t channels_of(const Proposal& made, const FileArrays& arrays) {
  std::int64_t count = 0;
  for (const FileArray* array : named_arrays(arrays, made.signals.value))
    count += channels_in(*array, arrays);
  return count;
}

}  // namespace facet
