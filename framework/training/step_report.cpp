#include "framework/training/step_report.h"

#include <ATen/ops/stack.h>

namespace facet {

namespace {

std::string prefix(std::size_t objective) {
  return "objective" + std::to_string(objective) + ".";
}

std::vector<NamedTensor> scalars_of(const Evaluation& evaluation) {
  std::vector<NamedTensor> scalars;
  const auto add_scalar = [&](const std::string& name, const at::Tensor& scalar) {
    if (scalar.defined()) scalars.push_back({name, scalar.detach()});
  };
  add_scalar("total", evaluation.total);
  for (std::size_t i = 0; i < evaluation.losses.size(); ++i) {
    const ObjectiveLoss& loss = evaluation.losses[i];
    add_scalar(prefix(i) + "loss", loss.total);
    add_scalar(prefix(i) + "alignment", loss.alignment);
    add_scalar(prefix(i) + "uniformity", loss.uniformity);
    if (!evaluation.penalties.empty())
      add_scalar(prefix(i) + "regularizer", evaluation.penalties[i]);
  }
  return scalars;
}

}  // namespace

at::Tensor mean_total(const std::vector<Evaluation>& evaluations) {
  if (evaluations.size() == 1) return evaluations[0].total;
  std::vector<at::Tensor> totals;
  for (const Evaluation& evaluation : evaluations) totals.push_back(evaluation.total.detach());
  return at::stack(totals).mean();
}

std::vector<Quantity> mean_report(const std::vector<Evaluation>& evaluations,
                                  const Weights& weights_loss, const Weights& weights_regularizer,
                                  const MultiCriterions& criterion) {
  std::vector<Quantity> quantities;
  std::vector<at::Tensor> rows;
  for (const Evaluation& evaluation : evaluations) {
    std::vector<at::Tensor> row;
    quantities.clear();
    for (const NamedTensor& scalar : scalars_of(evaluation)) {
      quantities.push_back({scalar.name, 0});
      row.push_back(scalar.tensor);
    }
    rows.push_back(at::stack(row));
  }
  // One transfer from the device.
  const at::Tensor means = at::stack(rows).to(at::kCPU, at::kDouble).mean(0);
  for (std::size_t k = 0; k < quantities.size(); ++k)
    quantities[k].value = means.data_ptr<double>()[k];

  for (std::size_t i = 0; i < criterion.size(); ++i) {
    if (weights_loss) quantities.push_back({prefix(i) + "weight", (*weights_loss)[i]});
    const auto& penalties = evaluations[0].penalties;
    if (!penalties.empty() && penalties[i].defined())
      quantities.push_back({prefix(i) + "regularizer_weight", (*weights_regularizer)[i]});
    for (const Quantity& own : criterion.criterion(i).quantities())
      quantities.push_back({prefix(i) + own.name, own.value});
  }
  return quantities;
}

}  // namespace facet
