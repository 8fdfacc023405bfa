#include "framework/training/step_report.h"

#include <ATen/ops/stack.h>

#include "framework/training/history.h"

namespace facet {

namespace {

std::vector<NamedTensor> scalars_of(const BatchLoss& batch) {
  std::vector<NamedTensor> scalars;
  const auto add_scalar = [&](const std::string& name, const at::Tensor& scalar) {
    if (scalar.defined()) scalars.push_back({name, scalar.detach()});
  };
  add_scalar("total", batch.total);
  for (std::size_t i = 0; i < batch.losses.size(); ++i) {
    const ObjectiveLoss& loss = batch.losses[i];
    add_scalar(column_of(i, "loss"), loss.total);
    add_scalar(column_of(i, "alignment"), loss.alignment);
    add_scalar(column_of(i, "uniformity"), loss.uniformity);
    if (!batch.penalties.empty()) add_scalar(column_of(i, "regularizer"), batch.penalties[i]);
  }
  return scalars;
}

}  // namespace

at::Tensor mean_total(const std::vector<BatchLoss>& losses) {
  if (losses.size() == 1) return losses[0].total;
  std::vector<at::Tensor> totals;
  for (const BatchLoss& batch : losses) totals.push_back(batch.total.detach());
  return at::stack(totals).mean();
}

std::vector<Quantity> mean_report(const std::vector<BatchLoss>& losses, const Weights& weights_loss,
                                  const Weights& weights_regularizer,
                                  const MultiCriterions& criterion) {
  std::vector<std::string> names;
  std::vector<at::Tensor> rows;
  for (const BatchLoss& batch : losses) {
    std::vector<at::Tensor> row;
    names.clear();
    for (const NamedTensor& scalar : scalars_of(batch)) {
      names.push_back(scalar.name);
      row.push_back(scalar.tensor);
    }
    rows.push_back(at::stack(row));
  }
  const at::Tensor means = at::stack(rows).to(at::kDouble).mean(0);
  std::vector<Quantity> quantities;
  for (std::size_t k = 0; k < names.size(); ++k)
    quantities.emplace_back(names[k], means[static_cast<std::int64_t>(k)]);

  for (std::size_t i = 0; i < criterion.size(); ++i) {
    if (weights_loss) quantities.emplace_back(column_of(i, "weight"), (*weights_loss)[i]);
    const auto& penalties = losses[0].penalties;
    if (!penalties.empty() && penalties[i].defined())
      quantities.emplace_back(column_of(i, "regularizer_weight"), (*weights_regularizer)[i]);
    for (const Quantity& own : criterion.quantities(i))
      quantities.emplace_back(column_of(i, own.name), own.value);
  }
  return quantities;
}

}  // namespace facet
