#pragma once

#include <ATen/core/Tensor.h>
#include <benchmark/benchmark.h>

#include <memory>
#include <utility>

#include "framework/registry/registry.h"

// What the benchmarks have in common.
namespace facet {

inline constexpr std::int64_t num_neurons = 120;

/// With the plugins that are built beside the program.
Registry& built_plugins();

template <class Interface>
std::shared_ptr<Interface> make(const std::string& name, Table options = {},
                                const typename Interface::Arguments& arguments = {}) {
  return built_plugins().create<Interface>({name, std::move(options)}, arguments);
}

/// Lists of bins such as a step with two objectives samples: references, negatives, two of
/// positives.
std::vector<at::Tensor> sampled_bins(std::int64_t num_bins, std::int64_t batch_size);

}  // namespace facet
