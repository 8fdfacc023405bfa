#pragma once

#include <torch/optim/adam.h>
#include <torch/optim/sgd.h>

#include "facet/optimizer.h"
#include "facet/registrar.h"

namespace facet {

/// libtorch's Adam.
class Adam : public Optimizer {
 public:
  struct Options {
    double lr = 3e-4;
    std::vector<double> betas = {0.9, 0.999};
    double eps = 1e-8;
    double weight_decay = 0.0;

    static void describe(OptionsDescription<Options>& options);
    void validate(Problems& problems, const std::string& key) const;
  };
  static inline const Documentation documentation{
      .formula =
          "m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, "
          "p -= lr m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + eps)",
      .source = "Kingma, Ba, ICLR (2015)"};

  Adam(const Options& options, const Arguments& arguments);
  void step(const std::function<at::Tensor()>& evaluate) override { optimizer_.step(evaluate); }

 private:
  torch::optim::Adam optimizer_;
};

/// libtorch's stochastic gradient descent.
class SGD : public Optimizer {
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
  void step(const std::function<at::Tensor()>& evaluate) override { optimizer_.step(evaluate); }

 private:
  torch::optim::SGD optimizer_;
};

}  // namespace facet
