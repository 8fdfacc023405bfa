#include "cross_entropy_loss.h"

#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/tensor.h>

#include "facet/error.h"
#include "reduction.h"
#include "target_shape.h"

namespace facet {

namespace {

void require_classes(const at::Tensor& prediction, const at::Tensor& target) {
  const std::int64_t num_classes = prediction.size(1);
  if (target.dim() != 1 || target.size(0) != prediction.size(0))
    throw Error("nn.CrossEntropyLoss needs one class for each prediction: the prediction is " +
                shape(prediction) + ", the target " + shape(target));
  const auto lowest = target.min().item<std::int64_t>();
  const auto highest = target.max().item<std::int64_t>();
  if (lowest < 0 || highest >= num_classes)
    throw Error("nn.CrossEntropyLoss takes classes from 0 to " + std::to_string(num_classes - 1) +
                " for a slice of " + std::to_string(num_classes) + " dimensions, got " +
                std::to_string(lowest < 0 ? lowest : highest));
}

}  // namespace

void CrossEntropyLoss::Options::describe(OptionsDescription<Options>& options) {
  options.add("weight", &Options::weight, "one for each class; empty: 1").at_least(0);
  options
      .add("label_smoothing", &Options::label_smoothing,
           "part of the target that is spread over all classes")
      .at_least(0)
      .at_most(1);
  options.add("reduction", &Options::reduction, "how the samples become one number")
      .one_of(reductions);
}

CrossEntropyLoss::CrossEntropyLoss(const Options& options)
    : weight_(options.weight),
      label_smoothing_(options.label_smoothing),
      reduction_(reduction(options.reduction)) {}

at::Tensor CrossEntropyLoss::forward(const at::Tensor& prediction, const Targets& targets) {
  if (targets.target.is_floating_point())
    require_same_shape("nn.CrossEntropyLoss", prediction, targets.target);
  else
    require_classes(prediction, targets.target);
  const auto num_classes = static_cast<std::size_t>(prediction.size(1));
  if (!weight_.empty() && weight_.size() != num_classes)
    throw Error("nn.CrossEntropyLoss has " + std::to_string(weight_.size()) +
                " weights for a slice of " + std::to_string(num_classes) + " dimensions");
  c10::optional<at::Tensor> weight;
  if (!weight_.empty()) weight = at::tensor(weight_, prediction.options());
  return at::cross_entropy_loss(prediction, targets.target, weight, reduction_,
                                /*ignore_index=*/-100, label_smoothing_);
}

}  // namespace facet
