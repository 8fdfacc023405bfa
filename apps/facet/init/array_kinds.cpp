#include "apps/facet/init/array_kinds.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

namespace facet {

bool can_be_read(const FileArray& array) {
  return array.why_unreadable().empty() && !at::isComplexType(array.type());
}

bool is_events(const FileArray& array) {
  const ArrayRole role = array.facts().role;
  return array.is_ragged() && array.shape().size() == 1 &&
         (role == ArrayRole::events || role == ArrayRole::unknown);
}

bool is_matrix(const FileArray& array) {
  const ArrayRole role = array.facts().role;
  return !array.is_ragged() && !array.is_text() && array.shape().size() == 2 &&
         array.shape()[1] > 1 && array.facts().of.empty() &&
         (role == ArrayRole::samples || role == ArrayRole::unknown);
}

bool has_clock(const FileArray& array) {
  return array.facts().rate > 0 || !array.facts().times.empty();
}

std::int64_t channels_of(const FileArray& array) {
  return is_events(array) ? array.shape()[0] : array.shape()[1];
}

bool seems_to_be_times(const FileArray& array) {
  static const std::vector<std::string> names = {"t",          "time",   "times",  "timestamp",
                                                 "timestamps", "time_s", "seconds"};
  if (array.is_text() || array.is_ragged() || array.shape().size() != 1 || !can_be_read(array) ||
      !at::isFloatingType(array.type()) || array.shape()[0] < 2)
    return false;
  return std::find(names.begin(), names.end(), array.name()) != names.end() &&
         array.read().to(at::kDouble).diff().gt(0).all().item<bool>();
}

}  // namespace facet
