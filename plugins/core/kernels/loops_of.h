#pragma once

#include "gelu_of.h"
#include "panel_products.h"

namespace facet::kernels {
namespace {

/// Over numbers that lie one behind the other, in vectors of `bytes`.
template <int bytes>
class Elements : private VectorOf<float, bytes> {
 public:
  static void add(std::int64_t size, const float* from, float* to) {
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes) store(to + i, load(to + i) + load(from + i));
    for (; i < size; ++i) to[i] += from[i];
  }

  static void multiply(std::int64_t size, const float* a, const float* b, float* to) {
    std::int64_t i = 0;
    for (; i + lanes <= size; i += lanes) store(to + i, load(a + i) * load(b + i));
    for (; i < size; ++i) to[i] = a[i] * b[i];
  }

  static void add_rows(std::int64_t rows, std::int64_t columns, const float* from, double* sums) {
    std::int64_t c = 0;
    for (; c + lanes <= columns; c += lanes) {
      Vector sum = all(0);
      for (std::int64_t r = 0; r < rows; ++r) sum += load(from + r * columns + c);
      for (std::int64_t lane = 0; lane < lanes; ++lane) sums[c + lane] += sum[lane];
    }
    for (; c < columns; ++c)
      for (std::int64_t r = 0; r < rows; ++r) sums[c] += from[r * columns + c];
  }

 private:
  using Own = VectorOf<float, bytes>;
  using Vector = typename Own::Vector;
  using Own::all, Own::lanes, Own::load, Own::store;
};

template <int bytes>
EncoderLoops loops_of() {
  using Products = PanelProducts<bytes>;
  using Rows = Elements<bytes>;
  using Gelu = GeluOf<bytes>;
  return {.pack = Products::pack,
          .products = Products::products,
          .outer_products = Products::outer_products,
          .gelu = Gelu::value_and_slope,
          .gelu_slope_back = Gelu::slope_back,
          .add = Rows::add,
          .multiply = Rows::multiply,
          .add_rows = Rows::add_rows};
}

}  // namespace
}  // namespace facet::kernels
