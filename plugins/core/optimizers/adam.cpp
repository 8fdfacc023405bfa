#include "adam.h"

#include "facet/plugin.h"

namespace facet {

namespace {

template <class Options>
void describe_adam(OptionsDescription<Options>& options, const char* weight_decay) {
  options.add("lr", &Options::lr, "learning rate").above(0);
  options.add("betas", &Options::betas, "decay of the two moments").at_least(0).below(1);
  options.add("eps", &Options::eps, "added to the root of the second moment").at_least(0);
  options.add("weight_decay", &Options::weight_decay, weight_decay).at_least(0);
  options.add("amsgrad", &Options::amsgrad, "whether the largest second moment until now is used");
}

template <class State>
StateFields adam_fields(State& state) {
  return {{"step", &state.step()},
          {"exp_avg", &state.exp_avg()},
          {"exp_avg_sq", &state.exp_avg_sq()},
          {"max_exp_avg_sq", &state.max_exp_avg_sq()}};
}

template <class UpdaterOptions>
UpdaterOptions libtorch_options(const AdamOptions& options) {
  return UpdaterOptions(options.lr)
      .betas({options.betas[0], options.betas[1]})
      .eps(options.eps)
      .weight_decay(options.weight_decay)
      .amsgrad(options.amsgrad);
}

}  // namespace

StateFields Adam::fields(torch::optim::AdamParamState& state) const {
  return adam_fields(state);
}
StateFields AdamW::fields(torch::optim::AdamWParamState& state) const {
  return adam_fields(state);
}

void AdamOptions::validate(Problems& problems, const std::string& key) const {
  if (betas.size() != 2)
    problems.add({}, join_key(key, "betas"),
                 "must have two values, got " + std::to_string(betas.size()));
}

void Adam::Options::describe(OptionsDescription<Options>& options) {
  describe_adam(options, "added to the gradient, times the parameter");
}

Adam::Adam(const Options& options, const Arguments& arguments)
    : LibtorchOptimizer(arguments, libtorch_options<torch::optim::AdamOptions>(options)) {}

void AdamW::Options::describe(OptionsDescription<Options>& options) {
  describe_adam(options, "what part of the parameter is taken off, times the learning rate");
}

AdamW::AdamW(const Options& options, const Arguments& arguments)
    : LibtorchOptimizer(arguments, libtorch_options<torch::optim::AdamWOptions>(options)) {}

FACET_PLUGIN(registrar) {
  registrar.add_default<Adam>("Adam", "adaptive moments");
  registrar.add<AdamW>("AdamW", "Adam with a weight decay apart from the gradient");
}

}  // namespace facet
