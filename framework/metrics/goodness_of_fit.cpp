#include "framework/metrics/goodness_of_fit.h"

#include <cmath>

namespace facet {

double goodness_of_fit(double info_nce, std::int64_t num_negatives) {
  return (std::log(static_cast<double>(num_negatives)) - info_nce) / std::log(2.);
}

}  // namespace facet
