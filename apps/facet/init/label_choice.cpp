#include "apps/facet/init/label_choice.h"

#include <ATen/TensorOperators.h>

#include "apps/facet/init/array_kinds.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr std::size_t most_labels = 8;
constexpr std::int64_t most_columns = 3;

bool has_rows_of(const SignalsChoice& signals, const FileArray& array) {
  return array.shape()[0] == signals.num_bins() && !seems_to_be_times(array);
}

/// Trials x time, as the signals are.
bool is_of_trials(const SignalsChoice& signals, const FileArray& array) {
  return is_trials(signals.first()) && array.shape()[1] == signals.first().shape()[1];
}

bool can_be_label(const SignalsChoice& signals, const FileArray& array, bool timed) {
  const ArrayFacts& facts = array.facts();
  const std::size_t axes = array.shape().size();
  if (!can_be_read(array) || array.is_text() || array.is_ragged() ||
      !at::isFloatingType(array.type()) || !facts.of.empty() || axes < 1 || axes > 2 ||
      signals.contains(array.name()))
    return false;
  if (facts.role == ArrayRole::times || facts.role == ArrayRole::intervals) return false;
  if (axes == 2 && array.shape()[1] > most_columns && !is_of_trials(signals, array)) return false;
  return timed ? has_clock(array) : has_rows_of(signals, array);
}

}  // namespace

std::vector<std::string> possible_labels(const SignalsChoice& signals, const FileArrays& arrays,
                                         bool timed) {
  std::vector<std::string> labels;
  for (const FileArray& array : arrays)
    if (labels.size() < most_labels && can_be_label(signals, array, timed))
      labels.push_back(array.name());
  return labels;
}

std::string condition_where_known(const Label& label) {
  if (!label.values.isnan().any().item<bool>()) return "";
  std::vector<std::string> columns;
  for (std::int64_t column = 0; column < label.values.size(1); ++column) {
    const std::string own = label.values.size(1) == 1
                                ? "'" + label.name + "'"
                                : "'" + label.name + "'[" + std::to_string(column) + "]";
    columns.push_back(own + " == " + own);
  }
  return join(columns, " and ");
}

}  // namespace facet
