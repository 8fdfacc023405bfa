#pragma once

#include "vector_of.h"

namespace facet::kernels {
namespace {

/// In vectors of `bytes`.
template <int bytes>
class GeluOf : private VectorOf<float, bytes> {
 public:
  static void value_and_slope(std::int64_t size, const float* x, float* value, float* slope) {
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes) {
      const Gelu own = gelu(load(x + i));
      store(value + i, own.value);
      if (slope) store(slope + i, own.slope);
    }
    for (; i < size; ++i) {
      const Gelu own = gelu(all(x[i]));
      value[i] = own.value[0];
      if (slope) slope[i] = own.slope[0];
    }
  }

  static void slope_back(std::int64_t size, const float* x, const float* gradient,
                         const float* direction, float* of_gradient, float* of_x) {
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes) {
      const Gelu own = gelu(load(x + i));
      store(of_gradient + i, load(direction + i) * own.slope);
      store(of_x + i, load(direction + i) * load(gradient + i) * own.curvature);
    }
    for (; i < size; ++i) {
      const Gelu own = gelu(all(x[i]));
      of_gradient[i] = direction[i] * own.slope[0];
      of_x[i] = direction[i] * gradient[i] * own.curvature[0];
    }
  }

 private:
  using Own = VectorOf<float, bytes>;
  using Vector = typename Own::Vector;
  using Own::all, Own::lanes, Own::load, Own::power_of_2, Own::store;
  struct Gelu {
    Vector value, slope, curvature;
  };

  /// 1 - Phi(|x|) = exp(-x^2 / 2) t P(t) with t = 1 / (1 + 0.3 |x|), where the relative error of
  /// the polynomial P is 5e-8 up to |x| = 10 (minimax, by Remez' algorithm). Behind it both are 0.
  static Gelu gelu(Vector x) {
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
    const Vector density = bell * density_at_0;
    return {x * phi, phi + x * density, density * (2 - x * x)};
  }
};

}  // namespace
}  // namespace facet::kernels
