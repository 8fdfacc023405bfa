// Milliseconds that a training step takes, sampling included: the workload of peer_step.py.
//
//     step_benchmark --benchmark_repetitions=5

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>

#include <thread>

#include "facet/framework.h"

namespace {

constexpr std::int64_t num_bins = 10000;
constexpr std::int64_t num_neurons = 120;

std::shared_ptr<const facet::Recording> random_recording() {
  auto recording = std::make_shared<facet::Recording>();
  recording->name = "random";
  recording->signals = at::randn({num_bins, num_neurons});
  recording->labels = facet::Labels(num_bins, {{"label", facet::LabelKind::continuous,
                                                at::randn({num_bins, 3}, at::kDouble).cumsum(0)}});
  recording->segments = {{0, num_bins}};
  return recording;
}

void training_step(benchmark::State& state) {
  at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
  const auto registry = facet::open_registry();
  const auto recording = random_recording();
  const auto model = registry->create<facet::Model>(
      {"offset10-model-mse", {{"num_units", 32}, {"num_output", 6}}}, {num_neurons});
  facet::MultiobjectiveLoader::Options options;
  options.steps = state.range(0);
  facet::MultiobjectiveLoader loader(*registry, recording, recording->segments, model->offset(),
                                     recording->signals, options);
  facet::MultiObjectiveConfig config(loader);
  config.set_slice(0, 6);
  config.set_loss("FixedEuclideanInfoNCE", {{"temperature", 1.0}});
  config.set_distribution("time", {{"time_offset", 1}});
  config.push();
  config.set_slice(3, 6);
  config.set_loss("FixedEuclideanInfoNCE", {{"temperature", 1.0}});
  config.set_distribution("time_delta", {{"time_delta", 1}, {"label", "label"}});
  config.push();
  config.finalize();
  const auto optimizer = registry->create<facet::Optimizer>(
      {"Adam", {{"lr", 3e-4}}}, {facet::trained_parameters(*model, *config.criterion())});
  facet::Solver solver(model, config.criterion(), optimizer, {});
  for (auto _ : state) solver.fit(loader);
  state.counters["ms_per_step"] =
      benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)) / 1000,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

BENCHMARK(training_step)->Arg(100)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
