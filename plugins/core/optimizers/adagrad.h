#pragma once

#include <torch/optim/adagrad.h>

#include "facet/registrar.h"
#include "libtorch_optimizer.h"

namespace facet {

/// libtorch's Adagrad.
class Adagrad : public LibtorchOptimizer<torch::optim::Adagrad, torch::optim::AdagradParamState> {
 public:
  struct Options {
    double lr = 1e-2;
    double lr_decay = 0.0;
    double weight_decay = 0.0;
    double initial_accumulator_value = 0.0;
    double eps = 1e-10;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "s += g^2, p -= lr / (1 + (t - 1) lr_decay) g / (sqrt(s) + eps)",
      .source = "Duchi, Hazan, Singer, JMLR 12 (2011)"};

  Adagrad(const Options& options, const Arguments& arguments);

 private:
  StateFields fields(torch::optim::AdagradParamState& state) const override;
};

}  // namespace facet
