#pragma once

#include <torch/optim/sgd.h>

#include "facet/registrar.h"
#include "libtorch_optimizer.h"

namespace facet {

/// libtorch's stochastic gradient descent.
class SGD : public LibtorchOptimizer<torch::optim::SGD, torch::optim::SGDParamState> {
 public:
  struct Options {
    double lr = 1e-3;
    double momentum = 0.0;
    double dampening = 0.0;
    double weight_decay = 0.0;
    bool nesterov = false;

    static void describe(OptionsDescription<Options>& options);
    void validate(Problems& problems, const std::string& key) const;
  };
  static inline const Documentation documentation{
      .formula = "b = momentum b + (1 - dampening) g, p -= lr b (nesterov: lr (g + momentum b))"};

  SGD(const Options& options, const Arguments& arguments);

 private:
  StateFields fields(torch::optim::SGDParamState& state) const override;
};

}  // namespace facet
