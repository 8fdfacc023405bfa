// The softmax of InfoNCE, value and gradients: batch, columns of the slice.

#include <ATen/Functions.h>

#include "benchmarked.h"
#include "facet/criterion.h"

namespace facet {
namespace {

void info_nce(benchmark::State& state) {
  const auto criterion = make<ContrastiveCriterion>("FixedEuclideanInfoNCE");
  const auto samples = [&] { return at::randn({state.range(0), state.range(1)}).requires_grad_(); };
  const at::Tensor reference = samples(), positive = samples(), negative = samples();
  for (auto _ : state) criterion->forward(reference, positive, negative).total.backward();
  state.SetItemsProcessed(state.iterations() * state.range(0) * state.range(0));
}

BENCHMARK(info_nce)
    ->ArgNames({"batch", "columns"})
    ->ArgsProduct({{512, 2048, 8192}, {3, 6}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace facet
