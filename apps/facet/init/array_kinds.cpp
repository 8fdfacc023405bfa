#include "apps/facet/init/array_kinds.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cctype>
#include <set>

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
         array.shape()[0] > 1 && array.shape()[1] > 1 && array.facts().of.empty() &&
         (role == ArrayRole::samples || role == ArrayRole::unknown);
}

bool is_of_trials(const FileArray& array) {
  const std::vector<std::int64_t>& shape = array.shape();
  if (array.facts().role != ArrayRole::unknown || array.is_text()) return false;
  if (array.is_ragged()) return shape.size() == 2 && shape[0] > 1;
  return shape.size() == 3 && std::ranges::all_of(shape, [](auto size) { return size > 0; });
}

bool is_column(const FileArray& array) {
  return can_be_read(array) && !array.is_ragged() && !array.is_text() &&
         array.shape().size() == 1 && array.facts().role == ArrayRole::unknown &&
         array.facts().of.empty();
}

bool has_clock(const FileArray& array) {
  return array.facts().rate > 0 || !array.facts().times.empty();
}

std::string bare_name(const std::string& name) {
  std::string bare = name.substr(0, name.find_first_of("(["));
  while (bare.ends_with(' ') || bare.ends_with('_')) bare.pop_back();
  for (char& letter : bare)
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return bare;
}

bool ascends(const FileArray& array) {
  return array.shape()[0] > 1 && array.read().to(at::kDouble).diff().gt(0).all().item<bool>();
}

bool seems_to_be_times(const FileArray& array) {
  static const std::set<std::string> names = {"t",          "time",   "times",  "timestamp",
                                              "timestamps", "time_s", "seconds"};
  return is_column(array) && array.type() != at::kBool && names.contains(bare_name(array.name())) &&
         ascends(array);
}

std::string in_condition(const std::string& name) {
  const bool plain = !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0])) &&
                     std::ranges::all_of(name, [](unsigned char letter) {
                       return std::isalnum(letter) || letter == '_' || letter == '.';
                     });
  const bool word = name == "in" || name == "not" || name == "and" || name == "or";
  return plain && !word ? name : "'" + name + "'";
}

}  // namespace facet
