#include <ATen/TensorOperators.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "facet/learning_rate.h"
#include "facet/mask.h"
#include "facet/scheduler.h"
#include "facet/text.h"
#include "framework/conformance/check.h"

namespace facet {

namespace {

/// Of a short training all, of longer ones some.
std::vector<std::int64_t> asked_steps() {
  std::vector<std::int64_t> steps(2001);
  std::iota(steps.begin(), steps.end(), 0);
  steps.insert(steps.end(), {1000000, 1000000000000});
  return steps;
}

void require_weights(const std::optional<std::vector<double>>& weights, std::int64_t number,
                     std::int64_t step) {
  if (!weights) return;
  const std::string of = " of step " + std::to_string(step);
  if (static_cast<std::int64_t>(weights->size()) != number)
    throw Error(std::to_string(weights->size()) + " weights" + of + ": promised are " +
                std::to_string(number) + ", one for each objective");
  for (const double weight : *weights)
    if (!std::isfinite(weight)) throw Error("a weight" + of + " is " + number_text(weight));
}

void require_weights_of_every_step(const Tried& tried) {
  for (const std::int64_t number : {1, 3}) {
    const auto scheduler = tried.make<Scheduler>({number});
    for (const std::int64_t step : asked_steps())
      require_weights(scheduler->weights(step), number, step);
  }
}

/// A run that is resumed asks for its steps alone; an evaluation for the first one again.
void require_weights_of_a_step_alone(const Tried& tried) {
  const auto asked_before = tried.make<Scheduler>({2});
  for (const std::int64_t step : asked_steps()) asked_before->weights(step);
  for (const std::int64_t step : asked_steps())
    if (asked_before->weights(step) != tried.make<Scheduler>({2})->weights(step))
      throw Error("its weights of step " + std::to_string(step) +
                  " depend on which steps were asked for before");
}

void require_factors_of_every_step(const Tried& tried) {
  for (const std::int64_t num_steps : {1, 2, 7, 1000}) {
    const auto rate = tried.make<LearningRate>({num_steps});
    for (std::int64_t step = 0; step < num_steps; ++step) {
      const double factor = rate->factor(step);
      if (!(std::isfinite(factor) && factor >= 0))
        throw Error("of " + std::to_string(num_steps) + " steps, the factor of step " +
                    std::to_string(step) + " is " + number_text(factor));
    }
  }
}

void require_factors_of_a_step_alone(const Tried& tried) {
  const auto asked_before = tried.make<LearningRate>({50});
  for (std::int64_t step = 49; step >= 0; --step) asked_before->factor(step);
  for (std::int64_t step = 0; step < 50; ++step)
    if (asked_before->factor(step) != tried.make<LearningRate>({50})->factor(step))
      throw Error("its factor of step " + std::to_string(step) +
                  " depends on which steps were asked for before");
}

void require_keeps(const Tried& tried) {
  const auto mask = tried.make<Mask>();
  for (const WindowShape& shape :
       {WindowShape{1, 1, 1}, WindowShape{1, 4, 10}, WindowShape{5, 4, 1}, WindowShape{5, 4, 10}}) {
    Random random(1);
    const at::Tensor keep = mask->keep(shape, random);
    const std::string of =
        " for " + shape_text({shape.num_windows, shape.num_neurons, shape.num_bins});
    if (!keep.defined() || keep.scalar_type() != at::kFloat || !keep.device().is_cpu())
      throw Error("what is kept" + of + " is no float32 tensor on the CPU");
    const std::int64_t full[] = {shape.num_windows, shape.num_neurons, shape.num_bins};
    bool fits = keep.dim() <= 3;
    for (std::int64_t i = 1; fits && i <= keep.dim(); ++i)
      fits = keep.size(-i) == 1 || keep.size(-i) == full[3 - i];
    if (!fits)
      throw Error("what is kept" + of + " is of shape " + shape_text(keep.sizes()) +
                  ", which does not broadcast to it");
    if (!keep.eq(0).logical_or(keep.eq(1)).all().item<bool>())
      throw Error("what is kept" + of + " has values other than 0 and 1");
  }
}

}  // namespace

Checks scheduler_checks() {
  return {{"every_step", "finite weights, one for each objective, at every step up to 10^12",
           require_weights_of_every_step},
          {"order", "its weights of a step do not depend on which were asked for before",
           require_weights_of_a_step_alone}};
}

Checks learning_rate_checks() {
  return {{"every_step", "finite factors that are not negative, at every step of runs of 1 to 1000",
           require_factors_of_every_step},
          {"order", "its factor of a step does not depend on which were asked for before",
           require_factors_of_a_step_alone}};
}

Checks mask_checks() {
  return {{"kept", "zeros and ones that broadcast to the windows, also to a single one",
           require_keeps}};
}

}  // namespace facet
