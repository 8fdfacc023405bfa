#pragma once

#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>

#include "facet/registrar.h"
#include "libtorch_optimizer.h"

namespace facet {

/// What Adam and AdamW have in common.
struct AdamOptions {
  double lr = 3e-4;
  std::vector<double> betas = {0.9, 0.999};
  double eps = 1e-8;
  double weight_decay = 0.0;
  bool amsgrad = false;

  void validate(Problems& problems, const std::string& key) const;
};

/// libtorch's Adam.
class Adam : public LibtorchOptimizer<torch::optim::Adam, torch::optim::AdamParamState> {
 public:
  struct Options : AdamOptions {
    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, "
          "p -= lr m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + eps)",
      .source = "Kingma, Ba, ICLR (2015); amsgrad: Reddi, Kale, Kumar, ICLR (2018)"};

  Adam(const Options& options, const Arguments& arguments);

 private:
  StateFields fields(torch::optim::AdamParamState& state) const override;
};

/// libtorch's AdamW.
class AdamW : public LibtorchOptimizer<torch::optim::AdamW, torch::optim::AdamWParamState> {
 public:
  struct Options : AdamOptions {
    Options() { weight_decay = 1e-2; }
    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "p *= 1 - lr weight_decay, then as Adam without its weight decay",
      .source = "Loshchilov, Hutter, ICLR (2019)"};

  AdamW(const Options& options, const Arguments& arguments);

 private:
  StateFields fields(torch::optim::AdamWParamState& state) const override;
};

}  // namespace facet
