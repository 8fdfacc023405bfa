#include "apps/facet/init/signals_choice.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "apps/facet/init/array_kinds.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr std::size_t few_columns = 4;  // fewer that are numbered may be anything

/// `unit_` of `unit_12`; empty: no number is at its end.
std::string prefix_of_number(const std::string& name) {
  const std::size_t end = name.find_last_not_of("0123456789");
  return end == std::string::npos || end + 1 == name.size() ? "" : name.substr(0, end + 1);
}

bool is_column(const FileArray& array) {
  return can_be_read(array) && !array.is_text() && !array.is_ragged() &&
         array.shape().size() == 1 && array.facts().of.empty() &&
         array.facts().role != ArrayRole::times && array.facts().role != ArrayRole::events;
}

/// Columns that begin so, where all that begin so are columns of one table.
std::vector<SignalsChoice> numbered_columns(const FileArrays& arrays) {
  std::map<std::string, std::vector<const FileArray*>> by_prefix;
  for (const FileArray& array : arrays)
    if (const std::string prefix = prefix_of_number(array.name());
        !prefix.empty() && is_column(array))
      by_prefix[prefix].push_back(&array);
  std::vector<SignalsChoice> choices;
  for (const auto& [prefix, columns] : by_prefix) {
    const auto begins = [&prefix = prefix](const FileArray& array) {
      return array.name().starts_with(prefix);
    };
    const auto same_rows = [&columns = columns](const FileArray* column) {
      return column->shape() == columns[0]->shape();
    };
    if (columns.size() >= few_columns && std::ranges::all_of(columns, same_rows) &&
        std::ranges::count_if(arrays, begins) == static_cast<std::ptrdiff_t>(columns.size()))
      choices.push_back({{prefix + "*"}, columns});
  }
  return choices;
}

/// What is rather meant is larger.
auto worth(const SignalsChoice& signals) {
  const FileArray& first = signals.first();
  const int kind = is_events(first) ? 3 : is_trials(first) ? 2 : is_matrix(first) ? 1 : 0;
  return std::tuple(kind, signals.num_channels(), first.name() == "F_corrected");
}

std::string reason_of(const SignalsChoice& signals) {
  const std::string count = std::to_string(signals.num_channels());
  const FileArray& first = signals.first();
  if (is_events(first)) return "event times of " + count + " units";
  if (is_trials(first))
    return std::to_string(first.shape()[0]) + " trials of " + count + " channels";
  return count + " channels";
}

SignalsChoice described(SignalsChoice signals) {
  const FileArray& first = signals.first();
  signals.transposed = is_matrix(first) && !has_clock(first) && first.shape()[1] > first.shape()[0];
  signals.reason = reason_of(signals);
  return signals;
}

[[noreturn]] void throw_none(const FileArrays& arrays) {
  std::string why;
  for (const FileArray& array : arrays)
    if (!array.why_unreadable().empty() && why.size() < 400)
      why += "; '" + array.name() + "' " + array.why_unreadable();
  throw Error(
      "there is no array of signals, bins x channels or event times of units: facet data info "
      "shows what there is, --signals names it" +
      why);
}

}  // namespace

std::int64_t SignalsChoice::num_bins() const {
  return transposed ? first().shape()[1] : first().shape()[0];
}

std::int64_t SignalsChoice::num_channels() const {
  if (is_events(first())) return first().shape()[0];
  if (first().shape().size() == 1) return static_cast<std::int64_t>(arrays.size());
  return transposed ? first().shape()[0] : first().shape().back();
}

std::string SignalsChoice::text() const {
  return join(names);
}

bool SignalsChoice::contains(const std::string& array) const {
  return std::ranges::any_of(arrays, [&](const FileArray* own) { return own->name() == array; });
}

std::vector<SignalsChoice> possible_signals(const FileArrays& arrays) {
  std::vector<SignalsChoice> choices;
  for (const FileArray& array : arrays)
    if (can_be_read(array) && (is_events(array) || is_matrix(array) || is_trials(array)))
      choices.push_back(described({{array.name()}, {&array}}));
  for (const SignalsChoice& columns : numbered_columns(arrays))
    choices.push_back(described(columns));
  if (choices.empty()) throw_none(arrays);
  std::ranges::stable_sort(choices, std::greater(), worth);
  return choices;
}

SignalsChoice signals_named(const std::vector<std::string>& names, const FileArrays& arrays) {
  SignalsChoice signals{names, {}};
  for (const std::string& name : names) {
    const std::size_t before = signals.arrays.size();
    std::vector<std::string> all;
    for (const FileArray& array : arrays) {
      const bool begins =
          name.ends_with("*") && array.name().starts_with(name.substr(0, name.size() - 1));
      if (begins || array.name() == name) signals.arrays.push_back(&array);
      all.push_back(array.name());
    }
    if (signals.arrays.size() == before)
      throw Error("there is no array '" + name + "'" + did_you_mean(name, all) + " (there are " +
                  (all.empty() ? "none" : quoted(all)) + ")");
  }
  signals = described(std::move(signals));
  signals.reason = "as you said";
  return signals;
}

std::string good_channels(const SignalsChoice& signals, const FileArrays& arrays) {
  for (const FileArray& array : arrays) {
    const std::string name = array.name().substr(array.name().rfind('.') + 1);
    if (array.shape() != std::vector{signals.num_channels()} || !can_be_read(array)) continue;
    const std::string quoted = "'" + array.name() + "'";
    const bool plain = array.name().find_first_of(" .-") == std::string::npos;
    const std::string own = plain ? array.name() : quoted;
    if (array.type() == at::kBool && !array.is_text() && (name == "iscell" || name == "is_cell"))
      return own;
    if (!array.is_text() || (name != "group" && name != "quality")) continue;
    const TextValues text = array.read_text();
    if (std::ranges::find(text.classes, "good") != text.classes.end()) return own + " == 'good'";
  }
  return "";
}

}  // namespace facet
