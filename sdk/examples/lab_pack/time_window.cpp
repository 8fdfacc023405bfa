#include "time_window.h"

#include <string>

#include "facet/error.h"

namespace lab {

const facet::Documentation TimeWindow::documentation = {.units = "radius in bins"};

void TimeWindow::Options::describe(facet::OptionsDescription<Options>& options) {
  options.add("radius", &Options::radius, "how many bins away a positive may be").at_least(1);
}

TimeWindow::TimeWindow(const Options& options, const facet::SamplingSpace& space)
    : radius_(options.radius),
      references_(space.bins.shifted_inside(-options.radius)
                      .intersect(space.bins.shifted_inside(options.radius))) {
  if (references_.empty())
    throw facet::Error("no bin has " + std::to_string(radius_) +
                       " bins of its segment before and after it");
}

std::vector<std::int64_t> TimeWindow::sample(std::span<const std::int64_t> references,
                                             facet::Random& random) const {
  std::vector<std::int64_t> positives;
  positives.reserve(references.size());
  for (const std::int64_t reference : references) {
    const std::int64_t step = 1 + random.below(radius_);
    positives.push_back(random.below(2) == 0 ? reference - step : reference + step);
  }
  return positives;
}

}  // namespace lab
