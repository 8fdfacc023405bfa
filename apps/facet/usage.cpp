#include "usage.h"

#include <algorithm>

#include "facet/error.h"

namespace facet {

void wrong_usage(const std::string& message) {
  Problem problem;
  problem.what = message;
  throw OptionsError({problem});
}

bool asks_for_help(const std::vector<std::string>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

}  // namespace facet
