#include "usage.h"

#include "facet/error.h"

namespace facet {

void wrong_usage(const std::string& message) {
  Problem problem;
  problem.what = message;
  throw OptionsError({problem});
}

}  // namespace facet
