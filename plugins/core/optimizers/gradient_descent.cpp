#include "gradient_descent.h"

namespace facet {

void Adam::Options::describe(OptionsDescription<Options>& options) {
  options.add("lr", &Options::lr, "learning rate").above(0);
  options.add("betas", &Options::betas, "decay of the two moments").at_least(0).below(1);
  options.add("eps", &Options::eps, "added to the root of the second moment").at_least(0);
  options.add("weight_decay", &Options::weight_decay, "added to the gradient, times the parameter")
      .at_least(0);
}

void Adam::Options::validate(Problems& problems, const std::string& key) const {
  if (betas.size() != 2)
    problems.add({}, join_key(key, "betas"),
                 "must have two values, got " + std::to_string(betas.size()));
}

Adam::Adam(const Options& options, const Arguments& arguments)
    : optimizer_(arguments.parameters, torch::optim::AdamOptions(options.lr)
                                           .betas({options.betas[0], options.betas[1]})
                                           .eps(options.eps)
                                           .weight_decay(options.weight_decay)) {}

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
    : optimizer_(arguments.parameters, torch::optim::SGDOptions(options.lr)
                                           .momentum(options.momentum)
                                           .dampening(options.dampening)
                                           .weight_decay(options.weight_decay)
                                           .nesterov(options.nesterov)) {}

}  // namespace facet
