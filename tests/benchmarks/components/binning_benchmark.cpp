// Milliseconds in which 1e8 spikes of 1000 units are counted in an hour of bins of 50 ms, and in
// which the memory gives as many float64 and takes as many counts: no program is faster than that.
//
//     benchmarks --benchmark_filter=bin_events

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>

#include <thread>

#include "framework/binning/bin_events.h"

namespace {

constexpr std::int64_t num_units = 1000, num_spikes = 100000;  // of each unit
constexpr double hour = 3600;

/// Each unit fires at random, and its times ascend.
facet::RaggedValues spikes() {
  at::manual_seed(1);
  at::Tensor times = at::rand({num_units, num_spikes}, at::kDouble) * hour;
  for (std::int64_t unit = 0; unit < num_units; ++unit)
    times[unit].copy_(std::get<0>(times[unit].sort()));
  return {times.flatten(), at::arange(1, num_units + 1, at::kLong) * num_spikes};
}

void bin_events(benchmark::State& state) {
  at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
  const facet::RaggedValues events = spikes();
  const facet::BinClock bins(0, hour, 0.05);
  for (auto _ : state) benchmark::DoNotOptimize(facet::bin_events(events, bins));
}

void bin_events_memory(benchmark::State& state) {
  at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
  const at::Tensor times = spikes().values;
  const std::int64_t num_bins = facet::BinClock(0, hour, 0.05).size();
  for (auto _ : state) {
    benchmark::DoNotOptimize(times.sum());
    benchmark::DoNotOptimize(at::zeros({num_bins, num_units}, at::kFloat));
  }
}

BENCHMARK(bin_events)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(bin_events_memory)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
