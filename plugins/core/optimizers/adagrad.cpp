#include "adagrad.h"

#include "facet/plugin.h"

namespace facet {

StateFields Adagrad::fields(torch::optim::AdagradParamState& state) const {
  return {{"step", &state.step()}, {"sum", &state.sum()}};
}

void Adagrad::Options::describe(OptionsDescription<Options>& options) {
  options.add("lr", &Options::lr, "learning rate").above(0);
  options.add("lr_decay", &Options::lr_decay, "how the learning rate falls with the steps")
      .at_least(0);
  options.add("weight_decay", &Options::weight_decay, "added to the gradient, times the parameter")
      .at_least(0);
  options
      .add("initial_accumulator_value", &Options::initial_accumulator_value,
           "where the sum of squares begins")
      .at_least(0);
  options.add("eps", &Options::eps, "added to the root of the sum of squares").at_least(0);
}

Adagrad::Adagrad(const Options& options, const Arguments& arguments)
    : LibtorchOptimizer(arguments, torch::optim::AdagradOptions(options.lr)
                                       .lr_decay(options.lr_decay)
                                       .weight_decay(options.weight_decay)
                                       .initial_accumulator_value(options.initial_accumulator_value)
                                       .eps(options.eps)) {}

FACET_PLUGIN(registrar) {
  registrar.add<Adagrad>("Adagrad", "gradients divided by their size since the start");
}

}  // namespace facet
