#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/mm.h>

#include "facet/attribution.h"
#include "facet/regularizer.h"
#include "facet/text.h"
#include "framework/calls/promises.h"
#include "framework/conformance/check.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

at::Tensor map_of(const Attribution& method, Model& model, const at::Tensor& windows,
                  std::uint64_t seed = 1) {
  model.eval();
  Random random(seed);
  return method.attribute(model, windows, random);
}

void require_map_shapes(const Tried& tried) {
  const auto method = tried.make<Attribution>();
  for (const std::int64_t rows : {1, 4, 32}) {
    TrialModel model;
    const at::Tensor map = map_of(*method, model, trial_windows({1, rows}, 3));
    require_shape(map, {rows, 2, 4, 3}, "its map of " + std::to_string(rows) + " windows");
    if (map.requires_grad()) throw Error("its map has a gradient: promised is one without");
  }
  if (method->map_name().empty()) throw Error("its map_name() is empty");
}

/// Of a method that draws random numbers, windows at once draw others than one by one.
void require_maps_apart(const Tried& tried) {
  const auto method = tried.make<Attribution>();
  TrialModel model;
  const at::Tensor windows = trial_windows({}, 3), once = map_of(*method, model, windows, 1);
  if (!at::equal(once, map_of(*method, model, windows, 2))) return;
  std::vector<at::Tensor> rows;
  for (std::int64_t i = 0; i < windows.size(0); ++i)
    rows.push_back(map_of(*method, model, windows.narrow(0, i, 1)));
  require_same({{"map", once}}, {{"map", at::cat(rows)}}, 1e-4,
               "of several windows at once, instead of one by one");
}

void require_model_kept(const Tried& tried) {
  const auto method = tried.make<Attribution>();
  TrialModel model;
  const at::Tensor weight = model.parameters()[0], before = weight.detach().clone();
  map_of(*method, model, trial_windows({}, 3));
  if (!at::equal(weight.detach(), before)) throw Error("it changed the model's parameters");
  if (weight.grad().defined()) throw Error("it left a gradient in the model's parameters");
  if (!weight.requires_grad()) throw Error("the model's parameters require no gradient any more");
  if (model.is_training()) throw Error("it left the model in train mode");
}

void require_penalty_shapes(const Tried& tried) {
  const auto regularizer = tried.make<Regularizer>();
  for (const std::int64_t rows : {1, 2, 9, 100}) {
    const Situation situation{1, rows};
    const at::Tensor weight = trial_numbers({12, 2}, situation, 5).requires_grad_();
    const at::Tensor windows = trial_windows(situation, 3).requires_grad_();
    Random random(1);
    const at::Tensor output = at::mm(windows.flatten(1), weight).tanh();
    require_loss(regularizer->penalty(windows, output, random), output, true,
                 "its penalty of " + std::to_string(rows) + " samples");
  }
}

}  // namespace

Checks attribution_checks() {
  return {{"shapes",
           "one window and several give maps of outputs, neurons and bins, without a "
           "gradient",
           require_map_shapes},
          {"windows",
           "unless it draws random numbers, windows at once give what they give one by "
           "one",
           require_maps_apart},
          {"model", "the model is afterwards as it was", require_model_kept}};
}

Checks regularizer_checks() {
  return {{"shapes", "its penalty is a scalar with a gradient, for one sample as for several",
           require_penalty_shapes}};
}

}  // namespace facet
