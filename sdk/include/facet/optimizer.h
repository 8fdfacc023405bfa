#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string_view>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Updates parameters from their gradients. Called from the training thread alone.
class FACET_API Optimizer {
 public:
  using Kind = Optimizer;
  static constexpr std::string_view kind = "optimizer";
  static constexpr std::string_view form = "";
  struct Arguments {
    std::vector<at::Tensor> parameters;  ///< handles of the leaves to update, in a fixed order
  };

  virtual ~Optimizer();
  /// One update. `evaluate` clears the gradients, computes the loss and its gradients, and returns
  /// the loss; it is called at least once (LBFGS calls it several times).
  virtual void step(const std::function<at::Tensor()>& evaluate) = 0;
};

}  // namespace facet
