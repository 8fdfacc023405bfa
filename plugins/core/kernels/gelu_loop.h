#pragma once

#include <cstdint>

#include "vector_of.h"

// The loop of gelu on raw memory, for one processor each.
namespace facet::kernels {

/// value_i = x_i Phi(x_i), slope_i = Phi(x_i) + x_i phi(x_i), with the normal distribution Phi and
/// its density phi. slope may be null.
using GeluLoop = void(std::int64_t size, const float* x, float* value, float* slope);
GeluLoop gelu_loop, gelu_loop_avx2, gelu_loop_avx512;

namespace {

template <int bytes>
class GeluOf : private VectorOf<float, bytes> {
 public:
  static void run(std::int64_t size, const float* x, float* value, float* slope) {
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes) {
      const Both both = gelu(load(x + i));
      store(value + i, both.value);
      if (slope) store(slope + i, both.slope);
    }
    for (; i < size; ++i) {
      const Both both = gelu(all(x[i]));
      value[i] = both.value[0];
      if (slope) slope[i] = both.slope[0];
    }
  }

 private:
  using Own = VectorOf<float, bytes>;
  using Vector = typename Own::Vector;
  using Own::all, Own::lanes, Own::load, Own::power_of_2, Own::store;
  struct Both {
    Vector value, slope;
  };

  /// 1 - Phi(|x|) = exp(-x^2 / 2) t P(t) with t = 1 / (1 + 0.3 |x|), where the relative error of
  /// the polynomial P is 5e-8 up to |x| = 10 (minimax, by Remez' algorithm). Behind it both are 0.
  static Both gelu(Vector x) {
    constexpr float from_the_highest[] = {0.0375481853F,  -0.165078144F, 0.220086299F,
                                          -0.0665254669F, 0.135496999F,  0.0977558762F,
                                          0.121111239F,   0.119605037F};
    constexpr float half_log2_e = 0.721347520F, density_at_0 = 0.398942280F;
    const Vector size = x < 0 ? -x : x;
    const Vector t = 1 / (1 + 0.3F * size);
    Vector polynomial = all(0);
    for (const float coefficient : from_the_highest) polynomial = polynomial * t + coefficient;
    const Vector bell = power_of_2(-half_log2_e * x * x);
    const Vector beyond = bell * t * polynomial;
    const Vector phi = x < 0 ? beyond : 1 - beyond;
    return {x * phi, phi + x * bell * density_at_0};
  }
};

}  // namespace
}  // namespace facet::kernels
