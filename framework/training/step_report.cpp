#include "framework/training/step_report.h"

#include <ATen/ops/stack.h>

namespace facet {

std::vector<Quantity> step_report(const Evaluation& evaluation, const Weights& weights_loss,
                                  const Weights& weights_regularizer,
                                  const MultiCriterions& criterion) {
  std::vector<Quantity> quantities;
  std::vector<at::Tensor> scalars;
  const auto add_scalar = [&](const std::string& name, const at::Tensor& scalar) {
    if (!scalar.defined()) return;
    quantities.push_back({name, 0});
    scalars.push_back(scalar.detach());
  };
  add_scalar("total", evaluation.total);
  const auto prefix = [](std::size_t i) { return "objective" + std::to_string(i) + "."; };
  for (std::size_t i = 0; i < evaluation.losses.size(); ++i) {
    const ObjectiveLoss& loss = evaluation.losses[i];
    add_scalar(prefix(i) + "loss", loss.total);
    add_scalar(prefix(i) + "alignment", loss.alignment);
    add_scalar(prefix(i) + "uniformity", loss.uniformity);
    if (!evaluation.penalties.empty())
      add_scalar(prefix(i) + "regularizer", evaluation.penalties[i]);
  }
  const at::Tensor values = at::stack(scalars).to(at::kCPU, at::kDouble);
  for (std::size_t k = 0; k < quantities.size(); ++k)
    quantities[k].value = values.data_ptr<double>()[k];

  for (std::size_t i = 0; i < evaluation.losses.size(); ++i) {
    if (weights_loss) quantities.push_back({prefix(i) + "weight", (*weights_loss)[i]});
    if (!evaluation.penalties.empty())
      quantities.push_back({prefix(i) + "regularizer_weight", (*weights_regularizer)[i]});
    for (const Quantity& own : criterion.criterion(i).quantities())
      quantities.push_back({prefix(i) + own.name, own.value});
  }
  return quantities;
}

}  // namespace facet
