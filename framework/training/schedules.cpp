#include "framework/training/schedules.h"

#include <cmath>
#include <string>

#include "framework/calls/call.h"

namespace facet {

Weights weights_at(const std::shared_ptr<const Scheduler>& scheduler, std::int64_t step,
                   std::size_t num_objectives) {
  if (!scheduler) return {};
  return call(*scheduler, "in weights()", [&] {
    const Weights weights = scheduler->weights(step);
    if (!weights) return weights;
    if (weights->size() != num_objectives)
      throw BrokenPromise("it gave " + std::to_string(weights->size()) +
                          " weights, promised is one for each of the " +
                          std::to_string(num_objectives) + " objectives");
    for (const double weight : *weights)
      if (!std::isfinite(weight))
        throw BrokenPromise("it gave a weight of " + std::to_string(weight) +
                            ", promised are finite ones");
    return weights;
  });
}

double rate_at(const std::vector<std::shared_ptr<const LearningRate>>& schedules,
               std::int64_t step) {
  double rate = 1;
  for (const auto& schedule : schedules)
    rate *= call(*schedule, "in factor()", [&] {
      const double factor = schedule->factor(step);
      if (!std::isfinite(factor) || factor < 0)
        throw BrokenPromise("it gave a factor of " + std::to_string(factor) +
                            ", promised is a finite one that is not negative");
      return factor;
    });
  return rate;
}

}  // namespace facet
