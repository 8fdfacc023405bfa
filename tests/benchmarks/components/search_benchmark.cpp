// Milliseconds that the search of a batch takes, as 'time_delta' asks it: a label plus the step
// from one bin to the next somewhere else.
//
//     benchmarks --benchmark_filter=search/d:768 --benchmark_min_time=0.2

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <benchmark/benchmark.h>

#include <cmath>
#include <thread>

#include "facet/neighbours.h"

namespace {

/// Features of d columns that follow `latents` smooth ones (about 20 bins), and 1 % of noise.
/// Without latents: noise alone.
at::Tensor labels(std::int64_t n, std::int64_t d, std::int64_t latents) {
  at::manual_seed(1);
  const at::Tensor noise = at::randn({n, d}, at::kDouble);
  if (latents == 0) return noise;
  constexpr std::int64_t width = 20;
  const at::Tensor sums = at::randn({n + width, latents}, at::kDouble).cumsum(0);
  const at::Tensor smooth =
      (sums.slice(0, width) - sums.slice(0, 0, n)) / std::sqrt(static_cast<double>(width));
  const at::Tensor directions =
      at::randn({latents, d}, at::kDouble) / std::sqrt(static_cast<double>(latents));
  return at::mm(smooth, directions) + 0.01 * noise;
}

void search(benchmark::State& state) {
  at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
  const std::int64_t d = state.range(0), n = state.range(2), batch = state.range(3);
  const at::Tensor points = labels(n, d, state.range(1));
  const facet::NearestNeighbours neighbours(points);
  const at::Tensor own = at::randint(n, {batch}), from = at::randint(n - 1, {batch});
  const at::Tensor queries = points.index_select(0, own.to(at::kLong)) +
                             points.index_select(0, from.to(at::kLong) + 1) -
                             points.index_select(0, from.to(at::kLong));
  for (auto _ : state) benchmark::DoNotOptimize(neighbours.nearest(queries));
}

void construction(benchmark::State& state) {
  at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
  const at::Tensor points = labels(state.range(2), state.range(0), state.range(1));
  for (auto _ : state) facet::NearestNeighbours neighbours(points);
}

void shapes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgNames({"d", "latents", "n", "batch"})->Unit(benchmark::kMillisecond);
  benchmark->UseRealTime();
  for (const std::int64_t n : {10000, 100000})
    for (const std::int64_t batch : {512, 2048}) {
      for (const std::int64_t latents : {8, 20, 60, 0}) benchmark->Args({768, latents, n, batch});
      benchmark->Args({20, 0, n, batch})->Args({3, 0, n, batch});
    }
}

BENCHMARK(search)->Apply(shapes);
BENCHMARK(construction)
    ->ArgNames({"d", "latents", "n"})
    ->ArgsProduct({{3, 768}, {0, 20}, {10000}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
