#pragma once

#include <cstdint>

// A kernel that tells which of its implementations ran: dot_i = x_i . y_i, and behind them all the
// number of the implementation.
namespace dots {

/// x, y: n x d; dots: n + 1.
using Raw = void(std::int64_t n, std::int64_t d, const float* x, const float* y, float* dots);
Raw avx2, avx512, cuda;

// Static: each file has its own, compiled with its own flags.
static inline void on_raw_pointers(std::int64_t n, std::int64_t d, const float* x, const float* y,
                                   float* dots, float implementation) {
  for (std::int64_t i = 0; i < n; ++i) {
    dots[i] = 0;
    for (std::int64_t k = i * d; k < (i + 1) * d; ++k) dots[i] += x[k] * y[k];
  }
  dots[n] = implementation;
}

}  // namespace dots
