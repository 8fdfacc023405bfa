#include "framework/training/over_ranks.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

namespace facet {

namespace {

/// What a rank computes of a batch, and what part of the loss that is.
struct RankPart {
  Batch batch;
  double weight;
};

RankPart part_of(const Batch& batch, const Criterion& criterion, const Ranks& ranks) {
  const auto* contrastive = as_contrastive(&criterion);
  if (!contrastive || !contrastive->is_mean_over_references())
    return {batch, 1.0 / static_cast<double>(ranks.size())};
  const std::int64_t count = batch.reference.size(0);
  const RankShare share = share_of(ranks, count);
  const std::int64_t begin = std::min(share.begin, count - 1);
  const std::int64_t size = std::max<std::int64_t>(share.size(), 1);  // one row stands for none
  Batch own = batch;
  own.reference = batch.reference.narrow(0, begin, size);
  own.positive = batch.positive.narrow(0, begin, size);
  return {own, static_cast<double>(share.size()) / static_cast<double>(count)};
}

/// All that has to be summed up, one after the other.
std::vector<at::Tensor*> scalars_of(std::vector<BatchLoss>& losses) {
  std::vector<at::Tensor*> scalars;
  for (BatchLoss& batch : losses) {
    scalars.push_back(&batch.total);
    for (ObjectiveLoss& loss : batch.losses)
      for (at::Tensor* part : {&loss.total, &loss.alignment, &loss.uniformity})
        scalars.push_back(part);
    for (at::Tensor& penalty : batch.penalties) scalars.push_back(&penalty);
  }
  std::erase_if(scalars, [](const at::Tensor* scalar) { return !scalar->defined(); });
  return scalars;
}

}  // namespace

std::vector<ObjectiveLoss> losses_in_parts(MultiCriterions& criterion,
                                           const std::vector<Batch>& predictions, Ranks& ranks) {
  if (!ranks.several()) return criterion.losses(predictions);
  std::vector<Batch> parts;
  std::vector<double> weights;
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    RankPart part = part_of(predictions[i], criterion.criterion(i), ranks);
    parts.push_back(std::move(part.batch));
    weights.push_back(part.weight);
  }
  std::vector<ObjectiveLoss> losses = criterion.losses(parts);
  for (std::size_t i = 0; i < losses.size(); ++i)
    for (at::Tensor* part : {&losses[i].total, &losses[i].alignment, &losses[i].uniformity})
      if (part->defined()) *part = *part * weights[i];
  return losses;
}

void sum_over_ranks(const std::vector<at::Tensor>& parameters, std::vector<BatchLoss>& losses,
                    Ranks& ranks) {
  if (!ranks.several()) return;
  const at::NoGradGuard no_grad;
  const std::vector<at::Tensor*> scalars = scalars_of(losses);
  const at::TensorOptions options =
      (parameters.empty() ? losses.at(0).total : parameters[0]).options();
  std::vector<at::Tensor> flat;
  for (const at::Tensor& parameter : parameters) {
    const at::Tensor& gradient = parameter.grad();
    flat.push_back(gradient.defined() ? gradient.flatten() : at::zeros_like(parameter).flatten());
  }
  for (const at::Tensor* scalar : scalars) flat.push_back(scalar->detach().to(options).view({1}));
  at::Tensor all = at::cat(flat);
  ranks.sum(all);
  std::int64_t begin = 0;
  for (const at::Tensor& parameter : parameters) {
    parameter.mutable_grad() = all.narrow(0, begin, parameter.numel()).view_as(parameter);
    begin += parameter.numel();
  }
  for (at::Tensor* scalar : scalars) *scalar = all[begin++].clone();
}

}  // namespace facet
