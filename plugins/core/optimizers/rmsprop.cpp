#include "rmsprop.h"

#include "facet/plugin.h"

namespace facet {

StateFields RMSprop::fields(torch::optim::RMSpropParamState& state) const {
  return {{"step", &state.step()},
          {"square_avg", &state.square_avg()},
          {"momentum_buffer", &state.momentum_buffer()},
          {"grad_avg", &state.grad_avg()}};
}

void RMSprop::Options::describe(OptionsDescription<Options>& options) {
  options.add("lr", &Options::lr, "learning rate").above(0);
  options.add("alpha", &Options::alpha, "decay of the mean square").at_least(0).below(1);
  options.add("eps", &Options::eps, "added to the root of the mean square").at_least(0);
  options.add("weight_decay", &Options::weight_decay, "added to the gradient, times the parameter")
      .at_least(0);
  options.add("momentum", &Options::momentum, "how much of the last update is kept").at_least(0);
  options.add("centered", &Options::centered, "whether the variance is used, not the mean square");
}

RMSprop::RMSprop(const Options& options, const Arguments& arguments)
    : LibtorchOptimizer(arguments, torch::optim::RMSpropOptions(options.lr)
                                       .alpha(options.alpha)
                                       .eps(options.eps)
                                       .weight_decay(options.weight_decay)
                                       .momentum(options.momentum)
                                       .centered(options.centered)) {}

FACET_PLUGIN(registrar) {
  registrar.add<RMSprop>("RMSprop", "gradients divided by their running size");
}

}  // namespace facet
