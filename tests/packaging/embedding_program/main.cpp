// embedding_program FOLDER: a program of one's own around the engine. It registers a criterion that
// is part of it, lists that beside those of the plugins in FOLDER, and trains with it.

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cstdio>

#include "facet/criterion.h"
#include "facet/framework.h"

namespace {

/// |reference - positive|^2 - log |reference - negative|^2, in the mean.
class LogDistance : public facet::ContrastiveCriterion {
 public:
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const at::Tensor alignment = (reference - positive).square().sum(1).mean();
    const at::Tensor uniformity = -((reference - negative).square().sum(1) + 1e-3).log().mean();
    return {alignment + uniformity, alignment, uniformity};
  }
};

void list(const facet::Registry& registry, const std::string& name) {
  const facet::ComponentInfo& component = registry.find("criterion", name);
  std::printf("%s: %s\n", name.c_str(), component.summary.c_str());
  for (const facet::OptionInfo& option : component.options)
    std::printf("  %s = %s: %s (%s)\n", option.name.c_str(),
                option.default_value.to_string().c_str(), option.doc.c_str(),
                facet::describe_bounds(option).c_str());
}

/// 300 bins of 5 channels that turn with a slow angle.
facet::LoadedRecording turning_recording() {
  const at::Tensor angle = at::arange(300, at::kFloat) / 30;
  const at::Tensor phase = at::arange(5, at::kFloat);
  return facet::make_recording(
      "turning", {{{"neural", (angle.unsqueeze(1) + phase).sin()}, {"angle", angle}}}, {});
}

}  // namespace

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  registry->add("mine", [](facet::Registrar& registrar) {
    registrar.add<LogDistance>("LogDistance", "distances, those to negatives by their logarithm");
  });
  list(*registry, "logistic/LogisticLoss");
  list(*registry, "mine/LogDistance");

  const auto recording = std::make_shared<const facet::Recording>(turning_recording().recording);
  const auto model = registry->create<facet::Model>({"offset1-model-mse", {{"num_output", 3}}},
                                                    {recording->num_channels()});
  facet::MultiobjectiveLoader::Options options;
  options.num_steps = 100;
  options.batch_size = 64;
  facet::MultiobjectiveLoader loader(*registry, recording, recording->segments, model->offset(),
                                     recording->signals, options);
  facet::MultiObjectiveConfig config(loader);
  config.set_slice(0, 3);
  config.set_loss("LogDistance");
  config.set_distribution("time_delta", {{"label", "angle"}});
  config.push();
  config.finalize();

  const auto optimizer = registry->create<facet::Optimizer>(
      {"Adam", {{"lr", 1e-3}}}, {facet::trained_parameters(*model, *config.criterion())});
  facet::ContrastiveMultiobjectiveSolverxCEBRA solver(model, config.criterion(), optimizer, {});
  solver.fit(loader);
  const at::Tensor embedding = solver.transform(recording->signals, recording->segments);

  std::printf("loss %s\n", solver.history().back() < solver.history().front() ? "fell" : "rose");
  std::printf("embedding %d x %d\n", static_cast<int>(embedding.size(0)),
              static_cast<int>(embedding.size(1)));
  return 0;
}
