// A training step with two objectives, sampling included, and the pages of memory that it gets
// anew.

#include <ATen/Functions.h>
#include <sys/resource.h>

#include "benchmarked.h"
#include "facet/framework.h"

namespace facet {
namespace {

constexpr std::int64_t num_bins = 10'000, warm_up_steps = 20;

std::int64_t page_faults() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_minflt;
}

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
  options.steps = 1;  // of which every number has a batch
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
  std::int64_t step = 0;
  while (step < warm_up_steps) solver.step(loader.batch(step++));
  const std::int64_t before = page_faults();
  for (auto _ : state) solver.step(loader.batch(step++));
  state.counters["page_faults"] = benchmark::Counter(static_cast<double>(page_faults() - before),
                                                     benchmark::Counter::kAvgIterations);
}

BENCHMARK(training_step)
    ->ArgName("batch")
    ->Arg(512)
    ->Arg(2048)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace facet
