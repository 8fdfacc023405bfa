// Embedding what a step samples, and the gradients of the parameters.

#include <ATen/Functions.h>

#include "benchmarked.h"
#include "framework/embedding/embedding_plan.h"

namespace facet {
namespace {

void encode(benchmark::State& state, const std::string& name) {
  const std::int64_t num_bins = state.range(0);
  const auto model = make<Model>(name, {{"num_units", 32}, {"num_output", 6}}, {num_neurons});
  const at::Tensor signals = at::randn({num_bins, num_neurons});
  const EmbeddingPlan plan = plan_embedding(sampled_bins(num_bins, 512), num_bins, *model);
  SingleRank alone;
  for (auto _ : state) {
    at::Tensor sum = at::zeros({});
    for (const at::Tensor& list : embed(*model, signals, plan, alone)) sum = sum + list.sum();
    sum.backward();
  }
}

void encoder_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgName("bins")->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
  benchmark->UseRealTime();
}

BENCHMARK_CAPTURE(encode, offset1, "offset1-model-mse")->Apply(encoder_sizes);
BENCHMARK_CAPTURE(encode, offset10, "offset10-model-mse")->Apply(encoder_sizes);
BENCHMARK_CAPTURE(encode, offset36, "offset36-model")->Apply(encoder_sizes);

}  // namespace
}  // namespace facet
