#pragma once

#include <torch/optim/rmsprop.h>

#include "facet/registrar.h"
#include "libtorch_optimizer.h"

namespace facet {

/// libtorch's RMSprop.
class RMSprop : public LibtorchOptimizer<torch::optim::RMSprop, torch::optim::RMSpropParamState> {
 public:
  struct Options {
    double lr = 1e-2;
    double alpha = 0.99;
    double eps = 1e-8;
    double weight_decay = 0.0;
    double momentum = 0.0;
    bool centered = false;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "v = alpha v + (1 - alpha) g^2, u = g / (sqrt(v) + eps) (centered: v less the squared "
          "mean of g), b = momentum b + u, p -= lr b",
      .source = "Tieleman, Hinton, COURSERA lecture 6.5 (2012); centered: Graves, arXiv:1308.0850"};

  RMSprop(const Options& options, const Arguments& arguments);

 private:
  StateFields fields(torch::optim::RMSpropParamState& state) const override;
};

}  // namespace facet
