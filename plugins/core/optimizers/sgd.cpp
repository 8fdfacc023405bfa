#include "sgd.h"

#include "facet/plugin.h"

namespace facet {

StateFields SGD::fields(torch::optim::SGDParamState& state) const {
  return {{"momentum_buffer", &state.momentum_buffer()}};
}

void SGD::Options::describe(OptionsDescription<Options>& options) {
  options.add("lr", &Options::lr, "learning rate").above(0);
  options.add("momentum", &Options::momentum, "how much of the last update is kept").at_least(0);
  options.add("dampening", &Options::dampening, "how much less the gradient counts with momentum");
  options.add("weight_decay", &Options::weight_decay, "added to the gradient, times the parameter")
      .at_least(0);
  options.add("nesterov", &Options::nesterov, "whether to look ahead");
}

void SGD::Options::validate(Problems& problems, const std::string& key) const {
  if (nesterov && (momentum <= 0 || dampening != 0))
    problems.add({}, join_key(key, "nesterov"), "needs a momentum > 0 and no dampening");
}

SGD::SGD(const Options& options, const Arguments& arguments)
    : LibtorchOptimizer(arguments, torch::optim::SGDOptions(options.lr)
                                       .momentum(options.momentum)
                                       .dampening(options.dampening)
                                       .weight_decay(options.weight_decay)
                                       .nesterov(options.nesterov)) {}

FACET_PLUGIN(registrar) {
  registrar.add<SGD>("SGD", "stochastic gradient descent");
}

}  // namespace facet
