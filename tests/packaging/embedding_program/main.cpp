// A program of one's own around the engine: tensors in memory, a loss of its own, and no file.
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cstdio>

#include "facet/criterion.h"
#include "facet/framework.h"

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

constexpr const char* config_text = R"(
[data]
signals = "spikes"
validation = 0.2

[model]
name = "offset1-model-mse"
num_output = 3

[[objective]]
slice = [0, 3]
loss = "LogDistance"
distribution = { name = "time_delta", label = "angle" }

[training]
steps = 200
batch_size = 64
optimizer = { name = "Adam", lr = 1e-3 }
)";

int main() {
  const auto registry = facet::open_registry();
  registry->add("mine", [](facet::Registrar& registrar) {
    registrar.add<LogDistance>("LogDistance", "distances, those to negatives by their logarithm");
  });
  const auto config =
      facet::parse_run_config_text(config_text, "my config", *registry, facet::DataFiles::at_hand);
  const at::Tensor angle = at::arange(600, at::kFloat) / 30;  // in which 5 channels turn
  const at::Tensor spikes = (angle.unsqueeze(1) + at::arange(5, at::kFloat)).sin();
  const auto recording =
      facet::make_recording("turning", {{"spikes", spikes}, {"angle", angle.sin()}}, config.data);
  facet::Assembly run = facet::assemble(config, {recording}, *registry);
  run.solver->fit(*run.loader, run.fit_options);
  const auto& loss = run.solver->history();
  std::printf("loss %s\n", loss.back() < loss.front() ? "fell" : "rose");
  const at::Tensor embedding = run.embedding();  // 600 x 3
  const at::Tensor of_others = run.solver->transform(spikes.slice(0, 0, 100) + 0.1, {{0, 100}});
  std::printf("%s", facet::to_table(facet::judge(run, *registry)).c_str());
  return embedding.size(0) == 600 && of_others.size(0) == 100 ? 0 : 1;
}
