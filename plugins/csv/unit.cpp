#include "unit.h"

namespace facet::csv {

std::string unit_of(const std::string& name) {
  if (name.empty() || (name.back() != ')' && name.back() != ']')) return "";
  const std::size_t open = name.find_last_of("([");
  if (open == std::string::npos || open == 0 || name[open - 1] != ' ') return "";
  if ((name[open] == '(') != (name.back() == ')')) return "";
  return name.substr(open + 1, name.size() - open - 2);
}

}  // namespace facet::csv
