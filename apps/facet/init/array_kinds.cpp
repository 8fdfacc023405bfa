#include "apps/facet/init/array_kinds.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

namespace facet {

namespace {

/// Numbers of samples, or of what the file does not say.
bool may_be_samples(const FileArray& array) {
  const ArrayRole role = array.facts().role;
  return !array.is_ragged() && !array.is_text() && array.facts().of.empty() &&
         (role == ArrayRole::samples || role == ArrayRole::unknown);
}

}  // namespace

bool can_be_read(const FileArray& array) {
  return array.why_unreadable().empty() && !at::isComplexType(array.type());
}

bool is_events(const FileArray& array) {
  const ArrayRole role = array.facts().role;
  return array.is_ragged() && array.shape().size() == 1 &&
         (role == ArrayRole::events || role == ArrayRole::unknown);
}

bool is_matrix(const FileArray& array) {
  return may_be_samples(array) && array.shape().size() == 2 && array.shape()[1] > 1;
}

bool is_trials(const FileArray& array) {
  return may_be_samples(array) && array.shape().size() == 3 && !has_clock(array);
}

bool is_intervals(const FileArray& array) {
  return array.facts().role == ArrayRole::intervals && array.facts().of.empty() &&
         !array.is_ragged() && can_be_read(array);
}

bool has_clock(const FileArray& array) {
  return array.facts().rate > 0 || !array.facts().times.empty();
}

bool seems_to_be_times(const FileArray& array) {
  static const std::vector<std::string> names = {"t",          "time",   "times",  "timestamp",
                                                 "timestamps", "time_s", "seconds"};
  if (array.is_text() || array.is_ragged() || array.shape().size() != 1 || !can_be_read(array) ||
      !at::isFloatingType(array.type()) || array.shape()[0] < 2)
    return false;
  return std::ranges::find(names, array.name()) != names.end() &&
         array.read().to(at::kDouble).diff().gt(0).all().item<bool>();
}

bool holds_angles(const FileArray& array) {
  const std::string& unit = array.facts().unit;
  return unit.starts_with("rad") || unit.starts_with("deg") || unit == "\u00b0";
}

}  // namespace facet
