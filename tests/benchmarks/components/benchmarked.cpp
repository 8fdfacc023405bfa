#include "benchmarked.h"

#include <ATen/Functions.h>

#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

Registry& built_plugins() {
  static const auto registry = open_registry();
  return *registry;
}

std::vector<at::Tensor> sampled_bins(std::int64_t num_bins, std::int64_t batch_size) {
  std::vector<at::Tensor> lists;
  for (int list = 0; list < 4; ++list)
    lists.push_back(at::randint(num_bins, {batch_size}, at::kLong));
  return lists;
}

}  // namespace facet

BENCHMARK_MAIN();
