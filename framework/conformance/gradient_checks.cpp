#include <ATen/TensorOperators.h>
#include <ATen/ops/mm.h>

#include "facet/regularizer.h"
#include "framework/conformance/check.h"
#include "framework/conformance/finite_differences.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

const Situation in_double{1, 4, at::kDouble};

/// Few rows, and many.
std::vector<Situation> situations(const Tried& tried, const std::vector<Situation>& more) {
  std::vector<Situation> all = {in_double};
  for (Situation situation : fitting(tried, more)) {
    situation.type = at::kDouble;
    all.push_back(situation);
  }
  return all;
}

void of_contrastive(const Tried& tried) {
  const auto criterion = tried.make<ContrastiveCriterion>();
  for (const Situation& situation : situations(tried, {wider, widest})) {
    std::vector<NamedTensor> leaves = trained_state(*criterion, at::kDouble);
    const TrialTriple given(situation);
    leaves.insert(leaves.end(), {{"reference", given.reference},
                                 {"positive", given.positive},
                                 {"negative", given.negative}});
    const auto loss = [&] {
      return criterion->forward(given.reference, given.positive, given.negative);
    };
    require_gradients(
        leaves, [&] { return loss().total; }, tried.is_of_c_interface());
  }
}

void of_supervised(const Tried& tried) {
  const auto criterion = tried.make<SupervisedCriterion>();
  for (const Situation& situation : situations(tried, {wider, widest}))
    for (const TrialPrediction& given : taken_predictions(*criterion, situation)) {
      std::vector<NamedTensor> leaves = trained_state(*criterion, at::kDouble);
      leaves.push_back({"prediction", given.prediction});
      require_gradients(leaves,
                        [&] { return criterion->forward(given.prediction, given.targets); });
    }
}

void of_criterion(const Tried& tried) {
  is_contrastive(tried) ? of_contrastive(tried) : of_supervised(tried);
}

/// As it is trained: what is random is the same each time.
void of_model(const Tried& tried) {
  const auto model = make_model(tried);
  model->to(at::kDouble);
  model->train();
  for (const Situation& situation : situations(tried, {{2, 20}})) {
    std::vector<NamedTensor> leaves;
    for (const auto& own : model->named_parameters())
      if (own.value().requires_grad()) leaves.push_back({own.key(), own.value()});
    const at::Tensor windows =
        trial_windows(situation, model->offset().size(), tried.num_neurons()).requires_grad_();
    leaves.push_back({"windows", windows});
    require_gradients(leaves, [&] {
      model->set_random(Random(1));
      const at::Tensor output = model->forward(windows);
      return (output * trial_numbers(output.sizes().vec(), situation, 6)).sum();
    });
  }
}

void of_regularizer(const Tried& tried) {
  const auto regularizer = tried.make<Regularizer>();
  for (const Situation& situation : situations(tried, {{2, 100}})) {
    const at::Tensor weight = trial_numbers({12, 2}, situation, 5).requires_grad_();
    require_gradients({{"the model's weight", weight}}, [&] {
      const at::Tensor windows = trial_windows(situation, 3).requires_grad_();
      Random random(3);
      return regularizer->penalty(windows, at::mm(windows.flatten(1), weight).tanh(), random);
    });
  }
}

}  // namespace

Checks gradient_checks(const std::string& kind) {
  const std::string tried = "its gradients agree with finite differences, in double precision";
  if (kind == "criterion") return {{"gradients", tried, of_criterion}};
  if (kind == "model") return {{"gradients", tried, of_model}};
  if (kind == "regularizer") return {{"gradients", tried, of_regularizer}};
  return {};
}

}  // namespace facet
