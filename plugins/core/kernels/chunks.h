#pragma once

#include <c10/core/Device.h>

#include <algorithm>
#include <cstdint>

namespace facet::kernels {

/// Calls work(begin, size) for the n rows of an n x m matrix, some rows at a time: all that exists
/// of the matrix at once is 1 MiB in float32, which a core's cache holds; on another device 64 MiB,
/// so that its work is longer than starting it takes. Where a chunk begins is a function of n, m
/// and the device alone, so that sums are the same to the last bit on every machine.
template <class Work>
void for_each_chunk(std::int64_t n, std::int64_t m, const c10::Device& device, const Work& work) {
  const std::int64_t chunk_size = device.is_cpu() ? 1 << 18 : 1 << 24;
  const std::int64_t chunk = std::clamp<std::int64_t>(chunk_size / m, 1, n);
  for (std::int64_t begin = 0; begin < n; begin += chunk) work(begin, std::min(chunk, n - begin));
}

}  // namespace facet::kernels
