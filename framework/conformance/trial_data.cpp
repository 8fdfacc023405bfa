#include "framework/conformance/trial_data.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/sigmoid.h>

#include "facet/random.h"

namespace facet {

namespace {

constexpr std::int64_t num_bins = 300;

}  // namespace

SamplingSpace trial_space(std::int64_t num_sessions) {
  Random random(5);
  const at::Tensor position = at::randn({num_bins, 2}, random.generator(), at::kDouble);
  const at::Tensor classes = at::arange(num_bins, at::kLong).remainder(3);
  SamplingSpace space;
  space.labels = Labels(num_bins, {{trial_position, LabelKind::continuous, position},
                                   {trial_class, LabelKind::discrete, classes}});
  space.segments = {{0, 90, 0}, {100, 250, num_sessions - 1}};
  space.bins = Bins(space.segments).fitting({5, 5});
  return space;
}

at::Tensor trial_numbers(std::vector<std::int64_t> shape, const Situation& situation,
                         std::uint64_t which) {
  Random random(situation.seed, "trial", which);
  return (at::randn(shape, random.generator(), at::kDouble) * situation.scale).to(situation.type);
}

std::vector<at::Tensor> trial_targets(const Situation& situation) {
  const Situation plain{situation.seed, situation.rows, situation.type};
  const at::Tensor number =
      at::sigmoid(trial_numbers({situation.rows, situation.columns}, plain, 7));
  at::Tensor lists = number.argsort(std::int64_t{1}, /*descending=*/false).to(situation.type);
  lists.select(1, 2).fill_(-1);
  const at::Tensor classes = at::arange(situation.rows, at::kLong).remainder(3);
  return {number, (number - 0.5).sign(), (number.narrow(1, 0, 1) - 0.5).sign(), lists, classes};
}

TrialModel::TrialModel() {
  weight_ = register_parameter("weight", trial_numbers({12, 2}, {}, 3));
}

at::Tensor TrialModel::forward(const at::Tensor& windows) {
  return at::mm(windows.flatten(1), weight_.to(windows.scalar_type())).tanh();
}

}  // namespace facet
