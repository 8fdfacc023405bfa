#include <ATen/TensorOperators.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/zeros_like.h>

#include "facet/error.h"
#include "framework/calls/promises.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

at::Tensor leaf(const at::Tensor& values) {
  return values.clone().set_requires_grad(true);
}

bool accepts(SupervisedCriterion& criterion, const TrialPrediction& trial) {
  const bool continuous = trial.targets.target.is_floating_point();
  if (!criterion.accepts(continuous ? LabelKind::continuous : LabelKind::discrete)) return false;
  try {
    criterion.check(trial.prediction.size(1), trial.targets);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// What it says where it does not; empty: it does.
std::string refusal_of(SupervisedCriterion& criterion, const TrialPrediction& trial) {
  now_doing("its forward()");
  try {
    criterion.forward(trial.prediction, trial.targets);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

Results contrastive_step(ContrastiveCriterion& criterion, const Situation& situation) {
  std::vector<NamedTensor> leaves = trained_state(criterion, situation.type);
  const TrialTriple given(situation);
  leaves.insert(
      leaves.end(),
      {{"reference", given.reference}, {"positive", given.positive}, {"negative", given.negative}});
  now_doing("its forward()");
  const ContrastiveLoss loss = criterion.forward(given.reference, given.positive, given.negative);
  require_gradient(loss.total, "its total");
  Results results = {{"total", loss.total.detach()},
                     {"alignment", loss.alignment.detach()},
                     {"uniformity", loss.uniformity.detach()}};
  now_doing("the backward pass");
  loss.total.backward();
  now_doing(nullptr);
  add_gradients(results, leaves);
  return results;
}

Results supervised_step(SupervisedCriterion& criterion, const Situation& situation) {
  Results results;
  for (const TrialPrediction& given : taken_predictions(criterion, situation)) {
    std::vector<NamedTensor> leaves = trained_state(criterion, situation.type);
    leaves.push_back({"prediction", given.prediction});
    now_doing("its forward()");
    const at::Tensor loss = criterion.forward(given.prediction, given.targets);
    require_gradient(loss, "its loss");
    results.push_back({"loss", loss.detach()});
    now_doing("the backward pass");
    loss.backward();
    now_doing(nullptr);
    add_gradients(results, leaves);
  }
  return results;
}

}  // namespace

bool is_contrastive(const Tried& tried) {
  return tried.info().form == ContrastiveCriterion::form;
}

TrialTriple::TrialTriple(const Situation& situation)
    : reference(leaf(trial_numbers({situation.rows, situation.columns}, situation, 1))),
      positive(leaf(trial_numbers({situation.rows, situation.columns}, situation, 2))),
      negative(leaf(trial_numbers({situation.rows + 1, situation.columns}, situation, 3))) {}

namespace {

/// One for each of trial_targets.
std::vector<TrialPrediction> trial_predictions(const SupervisedCriterion& criterion,
                                               const Situation& situation) {
  const auto probabilities = [&](std::uint64_t which) {
    const at::Tensor numbers = trial_numbers({situation.rows, situation.columns}, situation, which);
    return leaf(at::sigmoid(numbers) * 0.8 + 0.1);
  };
  std::vector<at::Tensor> others;
  for (std::size_t i = 0; i < criterion.other_labels().size(); ++i)
    others.push_back(probabilities(8 + i).detach());
  std::vector<TrialPrediction> predictions;
  for (const at::Tensor& target : trial_targets(situation))
    predictions.push_back({probabilities(1), {target, others}});
  return predictions;
}

}  // namespace

std::vector<TrialPrediction> taken_predictions(SupervisedCriterion& criterion,
                                               const Situation& situation) {
  const Situation plain{situation.seed, 5, situation.type};
  const auto tried = trial_predictions(criterion, plain);
  const auto asked = trial_predictions(criterion, situation);
  std::vector<TrialPrediction> taken;
  bool any = false;
  std::string refusal;
  for (std::size_t i = 0; i < tried.size(); ++i) {
    if (!accepts(criterion, tried[i])) continue;
    refusal = refusal_of(criterion, tried[i]);
    if (!refusal.empty()) continue;
    any = true;
    if (accepts(criterion, asked[i])) taken.push_back(asked[i]);
  }
  if (!any)
    throw Error(
        "it takes no target of those that were tried: numbers between 0 and 1, signs, classes, "
        "lists of classes" +
        (refusal.empty() ? "" : "; of the last one that suits it: " + refusal));
  return taken;
}

std::vector<NamedTensor> trained_state(const Criterion& criterion, at::ScalarType type) {
  std::vector<NamedTensor> trained;
  for (const NamedTensor& own : criterion.state()) {
    if (!own.tensor.is_floating_point()) continue;
    if (own.tensor.scalar_type() != type) own.tensor.set_data(own.tensor.detach().to(type));
    if (!own.tensor.requires_grad()) continue;
    own.tensor.mutable_grad().reset();
    trained.push_back(own);
  }
  return trained;
}

void add_gradients(Results& results, const std::vector<NamedTensor>& leaves) {
  for (const NamedTensor& leaf : leaves) {
    const at::Tensor& gradient = leaf.tensor.grad();
    results.push_back({"gradient of " + leaf.name, gradient.defined()
                                                       ? gradient.detach().clone()
                                                       : at::zeros_like(leaf.tensor)});
  }
}

Use use_of(const Tried& tried, const std::shared_ptr<Criterion>& criterion) {
  if (is_contrastive(tried)) {
    const auto contrastive = std::dynamic_pointer_cast<ContrastiveCriterion>(criterion);
    return [=](const Situation& situation) { return contrastive_step(*contrastive, situation); };
  }
  const auto supervised = std::dynamic_pointer_cast<SupervisedCriterion>(criterion);
  return [=](const Situation& situation) { return supervised_step(*supervised, situation); };
}

Use use_criterion(const Tried& tried) {
  return use_of(tried, tried.make<Criterion>());
}

}  // namespace facet
