#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/mm.h>

#include "facet/attribution.h"
#include "facet/regularizer.h"
#include "framework/calls/promises.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

std::vector<NamedTensor> parameters_of(const Model& model) {
  std::vector<NamedTensor> parameters;
  for (const auto& own : model.named_parameters()) {
    own.value().mutable_grad().reset();
    parameters.push_back({own.key(), own.value()});
  }
  return parameters;
}

/// A step as in training, and the embedding as in the end.
Results train_and_embed(Model& model, const Situation& situation, std::int64_t num_neurons) {
  model.to(situation.type);
  const at::Tensor windows = trial_windows(situation, model.offset().size(), num_neurons);
  model.train();
  model.set_random(Random(situation.seed));
  const std::vector<NamedTensor> parameters = parameters_of(model);
  now_doing("its forward()");
  const at::Tensor trained = model.forward(windows);
  Results results = {{"output in training", trained.detach().clone()}};
  const at::Tensor weights = trial_numbers(trained.sizes().vec(), {2, 5, situation.type}, 6);
  now_doing("the backward pass");
  if (trained.requires_grad()) (trained * weights).sum().backward();
  add_gradients(results, parameters);
  model.eval();
  const at::NoGradGuard no_gradients;
  now_doing("its forward()");
  results.push_back({"output", model.forward(windows)});
  return results;
}

}  // namespace

std::shared_ptr<Model> make_model(const Tried& tried, std::uint64_t seed) {
  tried.load();
  at::manual_seed(seed);
  return tried.make<Model>({tried.num_neurons()});
}

at::Tensor trial_windows(const Situation& situation, std::int64_t num_bins,
                         std::int64_t num_neurons) {
  return trial_numbers({situation.rows, num_neurons, num_bins}, situation, 4);
}

Use use_model(const Tried& tried) {
  return [model = make_model(tried), neurons = tried.num_neurons()](const Situation& situation) {
    return train_and_embed(*model, situation, neurons);
  };
}

Use use_attribution(const Tried& tried) {
  return [method = tried.make<Attribution>()](const Situation& situation) -> Results {
    TrialModel model;
    model.eval();
    Random random(situation.seed);
    now_doing("its attribute()");
    return {{"map", method->attribute(model, trial_windows(situation, 3), random)}};
  };
}

Use use_regularizer(const Tried& tried) {
  return [regularizer = tried.make<Regularizer>()](const Situation& situation) {
    const at::Tensor windows = trial_windows(situation, 3).requires_grad_();
    const at::Tensor weight =
        trial_numbers({3 * windows.size(1), 2}, situation, 5).requires_grad_();
    Random random(situation.seed);
    now_doing("its penalty()");
    const at::Tensor penalty =
        regularizer->penalty(windows, at::mm(windows.flatten(1), weight).tanh(), random);
    Results results = {{"penalty", penalty.detach()}};
    require_gradient(penalty, "its penalty");
    now_doing("the backward pass");
    penalty.backward();
    add_gradients(results, {{"weight", weight}});
    return results;
  };
}

}  // namespace facet
