#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <functional>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// Updates parameters from their gradients. Called from the training thread alone.
class FACET_API Optimizer : public Component {
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

  /// For schedules: the learning rate is that of the options times `factor`, from the next step on.
  /// Default: throws Error, there is no learning rate.
  virtual void scale_learning_rate(double factor);

  /// Copies of all that later steps depend on beside the parameters and the options: moments,
  /// counters. Names unique. Default: none.
  virtual std::vector<NamedTensor> state() const;
  /// Goes on from what state() gave, on whichever device that is. Default: throws Error for what
  /// it does not know, which is everything.
  virtual void load_state(const std::vector<NamedTensor>& state);
};

}  // namespace facet
