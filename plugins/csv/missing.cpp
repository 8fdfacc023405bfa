#include "missing.h"

#include <algorithm>
#include <cmath>

#include "cell.h"

namespace facet::csv {

namespace {

std::size_t first_byte(std::string_view text) {
  return static_cast<unsigned char>(text[0]);
}

}  // namespace

Missing::Missing(const std::vector<std::string>& spellings) : spellings_(spellings) {
  for (const std::string& spelling : spellings_) {
    if (spelling.empty()) continue;
    begins_[first_byte(spelling)] = true;
    const auto value = number_of(spelling);
    if (!value || !std::isfinite(*value) || boolean_of(spelling)) continue;
    numbers_.push_back({*value, integer_of(spelling)});
    for (const unsigned char byte : std::string_view(*value < 0 ? "-" : "+-.0123456789"))
      begins_number_[byte] = true;
  }
}

bool Missing::contains(std::string_view cell) const {
  if (cell.empty()) return true;
  const std::size_t byte = first_byte(cell);
  return (begins_[byte] &&
          std::find(spellings_.begin(), spellings_.end(), cell) != spellings_.end()) ||
         (begins_number_[byte] && is_number(cell));
}

bool Missing::is_number(std::string_view cell) const {
  const auto value = number_of(cell);
  return value && std::any_of(numbers_.begin(), numbers_.end(), [&](const Number& missing) {
           if (missing.value != *value) return false;
           const auto integer = missing.integer ? integer_of(cell) : std::nullopt;
           return !integer || *integer == *missing.integer;
         });
}

}  // namespace facet::csv
