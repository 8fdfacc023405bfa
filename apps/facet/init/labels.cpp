#include "apps/facet/init/labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "apps/facet/init/angles.h"
#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/signals.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr std::size_t most_labels = 8;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

std::vector<std::string> signal_names(const Proposal& made, const FileArrays& arrays) {
  std::vector<std::string> names;
  for (const FileArray* array : named_arrays(arrays, made.signals.value))
    names.push_back(array->name());
  return names;
}

/// A row for each bin of signals without times.
bool has_rows_of(const FileArray& array, const FileArray& signals, bool transposed) {
  const std::vector<std::int64_t>&shape = array.shape(), &whole = signals.shape();
  if (!is_of_trials(signals)) return shape[0] == (transposed ? whole.back() : whole[0]);
  if (signals.is_ragged()) return false;
  const std::int64_t trials = transposed ? whole[2] : whole[0];
  return shape.size() > 1 ? shape[0] == trials && shape[1] == whole[1]
                          : shape[0] == whole[1] && trials != whole[1];
}

bool can_be_label(const FileArray& array, const Proposal& made, const FileArray& signals) {
  const ArrayFacts& facts = array.facts();
  const std::size_t most_dims = is_of_trials(signals) ? 3 : 2;
  if (!can_be_read(array) || array.is_text() || array.is_ragged() ||
      !at::isFloatingType(array.type()) || !facts.of.empty() || array.shape().empty() ||
      array.shape().size() > most_dims)
    return false;
  const bool per_trial = is_of_trials(signals) && array.shape().size() == 2;
  if (array.shape().size() > 1 && !per_trial && array.shape().back() > 3) return false;
  if (facts.role == ArrayRole::times || facts.role == ArrayRole::intervals) return false;
  return made.bin
             ? has_clock(array)
             : has_rows_of(array, signals, !made.transpose.empty()) && !seems_to_be_times(array);
}

void require_no_signal_and_no_clock(const Proposal& made, const FileArrays& arrays,
                                    const std::string& name) {
  const FileArray& array = *named_arrays(arrays, {name}).front();
  if (contains(signal_names(made, arrays), array.name()))
    throw Error("'" + name + "' is of the signals, a label is another array");
  if (array.facts().role == ArrayRole::times || seems_to_be_times(array))
    throw Error("'" + name + "' is the clock, a label is another array");
}

/// Known in at least half of the bins, of which a tenth differ from the others.
bool can_be_learned(const Label& label) {
  if (label.kind != LabelKind::continuous) return false;
  const at::Tensor known = label.values.isfinite().all(1);
  const at::Tensor rows = label.values.index({known});
  if (rows.size(0) == 0 || rows.size(0) * 2 < label.values.size(0)) return false;
  const at::Tensor counts = std::get<2>(at::unique_dim(rows, 0, true, false, true));
  return counts.max().item<std::int64_t>() * 10 < rows.size(0) * 9;
}

/// What is infinite is missing, too.
std::string is_known(const Label& label) {
  const std::string known =
      label.values.isinf().any().item<bool>() ? " between -1e19 and 1e19" : "";
  std::vector<std::string> columns;
  const std::int64_t count = label.values.size(1);
  for (std::int64_t column = 0; column < count; ++column) {
    const std::string own =
        "'" + label.name + "'" + (count == 1 ? "" : "[" + std::to_string(column) + "]");
    columns.push_back(own + (known.empty() ? " == " + own : known));
  }
  return join(columns, " and ");
}

/// `, such as 'position'`
std::string such_as(std::vector<std::string> names, const std::string& but) {
  std::erase(names, but);
  return names.empty() ? "; there is none" : ", such as " + quoted(names);
}

}  // namespace

void choose_labels(Proposal& made, const FileArrays& arrays, const std::string& wished) {
  const FileArray& signals = *named_arrays(arrays, made.signals.value)[0];
  const std::vector<std::string> taken = signal_names(made, arrays);
  for (const FileArray& array : arrays)
    if (can_be_label(array, made, signals) && !contains(taken, array.name()) &&
        made.labels.size() < most_labels)
      made.labels.push_back(array.name());
  if (!wished.empty()) {
    require_no_signal_and_no_clock(made, arrays, wished);
    if (!contains(made.labels, wished)) made.labels.push_back(wished);
  }
  if (made.bin) made.angles = choose_angles(made.labels, arrays);
}

void choose_label(Proposal& made, const Recording& recording, const std::string& wished) {
  const Labels& labels = recording.labels;
  for (const std::string& name : made.labels)
    if (!made.label && labels.contains(name) && can_be_learned(labels.find(name)))
      made.label = {name, "the first continuous one"};
  if (!wished.empty()) made.label = {wished, "as you said"};
  if (!made.label) return;
  const Label& label = labels.find(made.label->value);
  if (label.kind != LabelKind::continuous)
    throw Error("'" + label.name + "' is discrete, a continuous label is needed" +
                such_as(made.labels, label.name));
  if (!label.values.isfinite().all().item<bool>())
    made.select.push_back({is_known(label), "bins where the label below is missing are left out"});
}

}  // namespace facet
