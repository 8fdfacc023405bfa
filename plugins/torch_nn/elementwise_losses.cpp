#include "elementwise_losses.h"

#include <ATen/ops/l1_loss.h>
#include <ATen/ops/mse_loss.h>

#include "reduction.h"
#include "target_shape.h"

namespace facet {

void ElementwiseLoss::Options::describe(OptionsDescription<Options>& options) {
  options.add("reduction", &Options::reduction, "how the elements become one number")
      .one_of(reductions);
}

ElementwiseLoss::ElementwiseLoss(const Options& options)
    : reduction_(reduction(options.reduction)) {}

at::Tensor MSELoss::forward(const at::Tensor& prediction, const Targets& targets) {
  require_same_shape("nn.MSELoss", prediction, targets.target);
  return at::mse_loss(prediction, targets.target, reduction_);
}

at::Tensor L1Loss::forward(const at::Tensor& prediction, const Targets& targets) {
  require_same_shape("nn.L1Loss", prediction, targets.target);
  return at::l1_loss(prediction, targets.target, reduction_);
}

}  // namespace facet
