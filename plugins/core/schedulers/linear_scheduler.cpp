#include "linear_scheduler.h"

#include "facet/error.h"
#include "facet/plugin.h"

namespace facet {

namespace {

template <class Options>
void describe_ramp(OptionsDescription<Options>& options) {
  options
      .add("step_to_switch_on_reg", &Options::step_to_switch_on_reg,
           "first step at which there is a weight")
      .at_least(0)
      .required();
  options
      .add("step_to_switch_off_reg", &Options::step_to_switch_off_reg,
           "step at which the weight is end_weight")
      .at_least(1)
      .required();
  options.add("start_weight", &Options::start_weight, "the weight when it is switched on")
      .at_least(0);
  options.add("end_weight", &Options::end_weight, "the weight at the end of the ramp")
      .at_least(0)
      .required();
  options.add("n_splits", &Options::n_splits, "number of objectives; need not be given")
      .at_least(1)
      .at_most(1e4);
}

}  // namespace

void LinearScheduler::Options::describe(OptionsDescription<Options>& options) {
  describe_ramp(options);
  options.add("stay_constant_after_switch_off", &Options::stay_constant_after_switch_off,
              "whether the last weight stays; otherwise it is switched off");
}

void LinearRampUp::Options::describe(OptionsDescription<Options>& options) {
  describe_ramp(options);
}

void LinearScheduler::Options::validate(Problems& problems, const std::string& key) const {
  if (step_to_switch_off_reg <= step_to_switch_on_reg)
    problems.add({}, join_key(key, "step_to_switch_off_reg"),
                 "must be later than step_to_switch_on_reg (" +
                     std::to_string(step_to_switch_on_reg) + "), got " +
                     std::to_string(step_to_switch_off_reg));
}

LinearScheduler::LinearScheduler(const Options& options, const Arguments& arguments)
    : options_(options), num_objectives_(static_cast<std::size_t>(arguments.num_objectives)) {
  if (options.n_splits && *options.n_splits != arguments.num_objectives)
    throw Error("n_splits is " + std::to_string(*options.n_splits) + ", but there are " +
                std::to_string(arguments.num_objectives) + " objectives");
}

std::optional<std::vector<double>> LinearScheduler::weights(std::int64_t step) const {
  const std::int64_t on = options_.step_to_switch_on_reg, off = options_.step_to_switch_off_reg;
  if (step < on || (step > off && !options_.stay_constant_after_switch_off)) return std::nullopt;
  const double part = std::min(1.0, static_cast<double>(step - on) / static_cast<double>(off - on));
  const double weight =
      options_.start_weight + (options_.end_weight - options_.start_weight) * part;
  return std::vector<double>(num_objectives_, weight);
}

FACET_PLUGIN(registrar) {
  registrar.add<LinearScheduler>("linear-scheduler", "a linear ramp, switched off after its end");
  registrar.add<LinearRampUp>("linear-ramp-up", "a linear ramp whose last weight stays");
}

}  // namespace facet
