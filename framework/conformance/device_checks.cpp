#include <ATen/TensorOperators.h>
#include <ATen/ops/mm.h>

#include "facet/attribution.h"
#include "facet/regularizer.h"
#include "framework/conformance/check.h"
#include "framework/conformance/meta_device.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

at::Tensor on_meta(const at::Tensor& tensor) {
  return tensor.detach().to(at::kMeta).set_requires_grad(tensor.requires_grad());
}

void backward_if_recorded(const at::Tensor& value) {
  if (value.requires_grad()) value.backward();
}

void move_all(const torch::nn::Module& module) {
  for (const at::Tensor& parameter : module.parameters()) meta_device::move(parameter);
  for (const at::Tensor& buffer : module.buffers()) meta_device::move(buffer);
}

void move_all(const Criterion& criterion) {
  for (const NamedTensor& own : criterion.state()) meta_device::move(own.tensor);
}

void use_contrastive(const Tried& tried) {
  const auto criterion = tried.make<ContrastiveCriterion>();
  move_all(*criterion);
  const TrialTriple given({});
  backward_if_recorded(
      criterion->forward(on_meta(given.reference), on_meta(given.positive), on_meta(given.negative))
          .total);
  criterion->quantities();
}

void use_supervised(const Tried& tried) {
  const auto criterion = tried.make<SupervisedCriterion>();
  const auto taken = taken_predictions(*criterion, {});
  move_all(*criterion);
  for (const TrialPrediction& given : taken) {
    Targets targets{on_meta(given.targets.target), {}};
    for (const at::Tensor& other : given.targets.others) targets.others.push_back(on_meta(other));
    backward_if_recorded(criterion->forward(on_meta(given.prediction), targets));
  }
}

void use_model_there(const Tried& tried) {
  const auto model = make_model(tried);
  move_all(*model);
  model->train();
  model->set_random(Random(1));
  backward_if_recorded(
      model->forward(on_meta(trial_windows({}, model->offset().size(), tried.num_neurons())))
          .sum());
}

void use_regularizer_there(const Tried& tried) {
  const auto regularizer = tried.make<Regularizer>();
  const at::Tensor weight = on_meta(trial_numbers({12, 2}, {}, 5)).requires_grad_();
  const at::Tensor windows = on_meta(trial_windows({}, 3)).requires_grad_();
  Random random(1);
  backward_if_recorded(
      regularizer->penalty(windows, at::mm(windows.flatten(1), weight).tanh(), random));
}

void use_attribution_there(const Tried& tried) {
  const auto method = tried.make<Attribution>();
  TrialModel model;
  move_all(model);
  model.eval();
  Random random(1);
  method->attribute(model, on_meta(trial_windows({}, 3)), random);
}

template <void (*use)(const Tried&)>
void without_mixing(const Tried& tried) {
  const meta_device::NoMixing no_mixing;
  use(tried);
}

void use_criterion_there(const Tried& tried) {
  is_contrastive(tried) ? use_contrastive(tried) : use_supervised(tried);
}

}  // namespace

Checks device_checks(const std::string& kind) {
  const std::string what =
      "on libtorch's meta device, whose tensors have no values, it works: so it reads none, and "
      "mixes no devices";
  if (kind == "criterion") return {{device_check, what, without_mixing<use_criterion_there>}};
  if (kind == "model") return {{device_check, what, without_mixing<use_model_there>}};
  if (kind == "regularizer") return {{device_check, what, without_mixing<use_regularizer_there>}};
  if (kind == "attribution") return {{device_check, what, without_mixing<use_attribution_there>}};
  return {};
}

}  // namespace facet
