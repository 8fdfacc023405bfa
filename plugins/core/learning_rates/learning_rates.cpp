#include "learning_rates.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "facet/plugin.h"

namespace facet {

void ConstantRate::Options::describe(OptionsDescription<Options>& options) {
  options.add("factor", &Options::factor, "multiplies the optimizer's learning rate").at_least(0);
}

void StepwiseRate::Options::describe(OptionsDescription<Options>& options) {
  options.add("every", &Options::every, "steps between two changes").at_least(1).required();
  options.add("factor", &Options::factor, "by which it is multiplied at each").above(0);
}

double StepwiseRate::factor(std::int64_t step) const {
  return std::pow(options_.factor, static_cast<double>(step / options_.every));
}

void CosineRate::Options::describe(OptionsDescription<Options>& options) {
  options.add("end", &Options::end, "what part of the learning rate is left at the last step")
      .at_least(0)
      .at_most(1);
}

double CosineRate::factor(std::int64_t step) const {
  const auto last = static_cast<double>(std::max<std::int64_t>(1, num_steps_ - 1));
  const double part = std::min(1.0, static_cast<double>(step) / last);
  return options_.end + (1 - options_.end) * (1 + std::cos(std::numbers::pi * part)) / 2;
}

void WarmUpRate::Options::describe(OptionsDescription<Options>& options) {
  options.add("steps", &Options::steps, "until the whole learning rate").at_least(1).required();
  options.add("start", &Options::start, "what part of the learning rate the rise begins above")
      .at_least(0)
      .at_most(1);
}

double WarmUpRate::factor(std::int64_t step) const {
  const double part = static_cast<double>(step + 1) / static_cast<double>(options_.steps);
  return options_.start + (1 - options_.start) * std::min(1.0, part);
}

FACET_PLUGIN(registrar) {
  registrar.add<ConstantRate>("constant", "the same learning rate at every step");
  registrar.add<StepwiseRate>("step", "lowered every so many steps");
  registrar.add<CosineRate>("cosine", "half a cosine from the whole learning rate to its end");
  registrar.add<WarmUpRate>("warm-up", "a linear rise at the beginning");
}

}  // namespace facet
