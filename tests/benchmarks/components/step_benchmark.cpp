// A training step with two objectives, sampling included.

#include <ATen/Functions.h>

#include "benchmarked.h"
#include "facet/framework.h"

namespace facet {
namespace {

constexpr std::int64_t num_bins = 10'000, steps = 50;

std::shared_ptr<const Recording> random_recording() {
  auto recording = std::make_shared<Recording>();
  recording->name = "random";
  recording->signals = at::randn({num_bins, num_neurons});
  recording->labels =
      Labels(num_bins,
             {{"label", LabelKind::continuous, at::randn({num_bins, 3}, at::kDouble).cumsum(0)}});
  recording->segments = {{0, num_bins}};
  return recording;
}

void training_step(benchmark::State& state) {
  const auto recording = random_recording();
  const auto model =
      make<Model>("offset10-model-mse", {{"num_units", 32}, {"num_output", 6}}, {num_neurons});
  MultiobjectiveLoader::Options options;
  options.steps = steps;
  options.batch_size = state.range(0);
  MultiobjectiveLoader loader(built_plugins(), recording, recording->segments, model->offset(),
                              recording->signals, options);
  MultiObjectiveConfig config(loader);
  config.set_slice(0, 6);
  config.set_loss("FixedEuclideanInfoNCE", {{"temperature", 1.0}});
  config.set_distribution("time", {{"time_offset", 1}});
  config.push();
  config.set_slice(3, 6);
  config.set_loss("FixedEuclideanInfoNCE", {{"temperature", 1.0}});
  config.set_distribution("time_delta", {{"time_delta", 1}, {"label", "label"}});
  config.push();
  config.finalize();
  const auto optimizer = built_plugins().create<Optimizer>(
      {"Adam", {{"lr", 3e-4}}}, {trained_parameters(*model, *config.criterion())});
  Solver solver(model, config.criterion(), optimizer, {});
  for (auto _ : state) solver.fit(loader);
  state.counters["a_step"] = benchmark::Counter(
      steps, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK(training_step)
    ->ArgName("batch")
    ->Arg(512)
    ->Arg(2048)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace facet
