// One step of several ranks has the loss and the gradient of one.
#include "rank_run.h"

namespace facet {
namespace {

using namespace rank_run;  // NOLINT

struct Step {
  at::Tensor gradient, losses;
};

std::vector<NamedTensor> trained(const Assembly& run) {
  std::vector<NamedTensor> all = model_state(run.models);
  for (const NamedTensor& own : run.solver->criterion().state()) all.push_back(own);
  return all;
}

Step step_in(const std::string& text, at::ScalarType type, Registry& registry,
             const std::shared_ptr<Ranks>& ranks) {
  Assembly run = assembled(text, registry, ranks);
  for (const NamedTensor& own : trained(run)) own.tensor.set_data(own.tensor.detach().to(type));
  SampleBatch batch = run.loader->batch(0);
  for (at::Tensor& signals : batch.signals) signals = signals.to(type);
  for (ObjectiveSamples& samples : batch.objectives)
    if (samples.targets.target.defined() && samples.targets.target.is_floating_point())
      samples.targets.target = samples.targets.target.to(type);
  std::vector<at::Tensor> losses, gradients;
  for (const Quantity& quantity :
       run.solver->step(batch, {}, std::vector<double>(run.solver->criterion().size(), 0.1)))
    losses.push_back(quantity.value.to(at::kDouble));
  for (const NamedTensor& own : trained(run))
    if (own.tensor.grad().defined()) gradients.push_back(own.tensor.grad().flatten());
  return {at::cat(gradients).clone(), at::stack(losses)};
}

double relative(const at::Tensor& found, const at::Tensor& expected) {
  return ((found - expected).norm() / expected.norm()).item<double>();
}

void expect_as_one_rank(const std::string& text, at::ScalarType type, double loss_within,
                        double gradient_within) {
  const auto registry = open_registry();
  const auto step = [&](const std::shared_ptr<Ranks>& own) {
    return step_in(text, type, *registry, own);
  };
  const Step one = in_each_rank(1, step)[0];
  for (const std::int64_t size : {2, 3, 4})
    for (const Step& rank : in_each_rank(size, step)) {
      EXPECT_LE(relative(rank.losses, one.losses), loss_within) << size << " ranks";
      EXPECT_LE(relative(rank.gradient, one.gradient), gradient_within) << size << " ranks";
    }
}

const std::string configs[] = {
    with_training() + one_file + time_objective + label_objective,
    with_training() + one_file + nce_objective + supervised_objectives,
    with_training("sam = true\ngradient_clip = 0.1") + two_sessions + time_objective +
        label_objective,
    with_training("solver = \"unified\"\nalign_by = \"angle\"") + two_sessions + label_objective,
    with_training("regularizer = { name = \"JacobianReg\", n = 2 }") + one_file + time_objective +
        label_objective};

TEST(StepOfSeveralRanks, HasTheLossAndTheGradientOfOne) {
  for (const std::string& text : configs) expect_as_one_rank(text, at::kFloat, 1e-6, 1e-5);
}

TEST(StepOfSeveralRanks, IsExactInDoublePrecision) {
  for (const std::string& text : configs) expect_as_one_rank(text, at::kDouble, 1e-12, 1e-12);
}

}  // namespace
}  // namespace facet
