#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "facet/learning_rate.h"
#include "facet/scheduler.h"
#include "framework/training/multi_criterions.h"

namespace facet {

// What schedules say of a step, counted from 0, held to what their headers promise.

/// Nothing where there is no scheduler, or where it is off.
Weights weights_at(const std::shared_ptr<const Scheduler>& scheduler, std::int64_t step,
                   std::size_t num_objectives);

/// The product of all: what the optimizer's learning rate is multiplied with.
double rate_at(const std::vector<std::shared_ptr<const LearningRate>>& schedules,
               std::int64_t step);

}  // namespace facet
