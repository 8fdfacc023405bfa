#pragma once

#include <torch/optim/lbfgs.h>

#include <optional>

#include "facet/registrar.h"
#include "libtorch_optimizer.h"

namespace facet {

/// libtorch's limited-memory BFGS. A step is up to max_iter iterations on one batch.
class LBFGS : public LibtorchOptimizer<torch::optim::LBFGS, torch::optim::LBFGSParamState> {
 public:
  struct Options {
    double lr = 1.0;
    std::int64_t max_iter = 20;
    std::optional<std::int64_t> max_eval;
    double tolerance_grad = 1e-7;
    double tolerance_change = 1e-9;
    std::int64_t history_size = 100;
    std::optional<std::string> line_search_fn;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "p -= lr H g, H the inverse Hessian as the last history_size changes of p and g give it",
      .source = "Liu, Nocedal, Mathematical Programming 45 (1989)"};

  LBFGS(const Options& options, const Arguments& arguments);

 private:
  StateFields fields(torch::optim::LBFGSParamState& state) const override;
};

}  // namespace facet
