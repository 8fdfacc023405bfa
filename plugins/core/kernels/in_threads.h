#pragma once

#include <ATen/Parallel.h>

#include <cstdint>

#include "no_denormals.h"

namespace facet::kernels {

/// work(begin, end) for parts of [0, size), in libtorch's threads, each of at least `grain`. Every
/// kernel's loops run in here, and so without denormal numbers.
template <class Work>
void in_threads(std::int64_t size, std::int64_t grain, const Work& work) {
  at::parallel_for(0, size, grain, [&](std::int64_t begin, std::int64_t end) {
    [[maybe_unused]] const NoDenormals no_denormals;
    work(begin, end);
  });
}

}  // namespace facet::kernels
