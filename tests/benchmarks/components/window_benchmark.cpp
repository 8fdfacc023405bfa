// Which windows a step encodes, and gathering them: bins of the recording, batch.

#include <ATen/Functions.h>

#include "benchmarked.h"
#include "framework/data/windows.h"
#include "framework/embedding/embedding_plan.h"

namespace facet {
namespace {

void gather(benchmark::State& state) {
  const at::Tensor signals = at::randn({state.range(0), num_neurons});
  const at::Tensor bins = at::randint(state.range(0), {state.range(1)}, at::kLong);
  for (auto _ : state) benchmark::DoNotOptimize(gather_windows(signals, bins, Offset{5, 5}));
  state.SetItemsProcessed(state.iterations() * state.range(1));
}

void plan(benchmark::State& state) {
  const auto model = make<Model>("offset10-model-mse", {}, {num_neurons});
  const auto lists = sampled_bins(state.range(0), state.range(1));
  for (auto _ : state) benchmark::DoNotOptimize(plan_embedding(lists, state.range(0), *model));
}

void window_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgNames({"bins", "batch"})
      ->ArgsProduct({{10'000, 1'000'000}, {512, 8192}})
      ->Unit(benchmark::kMicrosecond)
      ->UseRealTime();
}

BENCHMARK(gather)->Apply(window_sizes);
BENCHMARK(plan)->Apply(window_sizes);

}  // namespace
}  // namespace facet
