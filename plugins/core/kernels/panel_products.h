#pragma once

#include "encoder_loops.h"
#include "vector_of.h"

namespace facet::kernels {
namespace {

/// In vectors of `bytes`. Of a product some rows and two vectors of columns are in registers, a
/// panel; of the last columns it may be one vector.
template <int bytes>
class PanelProducts : private VectorOf<float, bytes> {
 public:
  static void pack(std::int64_t inner, std::int64_t columns, const float* weights, float* packed) {
    for (std::int64_t first = 0; first < columns; first += panel)
      for (std::int64_t k = 0; k < inner; ++k) {
        const std::int64_t width = columns - first > lanes ? panel : lanes;
        for (std::int64_t c = 0; c < width; ++c)
          *packed++ = first + c < columns ? weights[k * columns + first + c] : 0;
      }
  }

  static void products(const RowProducts& of) {
    const float* weights = of.weights;
    for (std::int64_t first = 0; first < of.columns; first += panel) {
      if (of.columns - first > lanes) {
        panel_of<2>(of, first, weights);
        weights += of.inner * panel;
      } else {
        panel_of<1>(of, first, weights);
        weights += of.inner * lanes;
      }
    }
  }

  static void outer_products(const RowOuterProducts& of) {
    for (std::int64_t first = 0; first < of.columns; first += panel) {
      const bool whole = of.columns - first > lanes;
      std::int64_t k = 0;
      for (; k + at_once <= of.inner; k += at_once)
        whole ? outer<at_once, 2>(of, k, first) : outer<at_once, 1>(of, k, first);
      for (; k < of.inner; ++k) whole ? outer<1, 2>(of, k, first) : outer<1, 1>(of, k, first);
    }
  }

 private:
  using Own = VectorOf<float, bytes>;
  using Vector = typename Own::Vector;
  using Own::all, Own::lanes, Own::load, Own::store;
  // As many as there are registers for.
  static constexpr int at_once = bytes == 64 ? 12 : 6;
  static constexpr std::int64_t panel = 2 * lanes;

  template <int vectors>
  static void panel_of(const RowProducts& of, std::int64_t first, const float* weights) {
    const std::int64_t end = of.of.windows * of.of.used;
    std::int64_t row = 0;
    for (; row + at_once <= end; row += at_once)
      block_of<at_once, vectors>(of, first, weights, row);
    for (; row < end; ++row) block_of<1, vectors>(of, first, weights, row);
  }

  template <int count, int vectors>
  static void block_of(const RowProducts& of, std::int64_t first, const float* weights,
                       std::int64_t row) {
    const float* rows[count];
    for (int i = 0; i < count; ++i) {
      const std::int64_t window = (row + i) / of.of.used, place = (row + i) % of.of.used;
      rows[i] = of.rows + (window * of.of.length + place) * of.of.width;
    }
    Vector sum[count][vectors] = {};
    for (std::int64_t k = 0; k < of.inner; ++k) {
      Vector weight[vectors];
      for (int v = 0; v < vectors; ++v) weight[v] = load(weights + (k * vectors + v) * lanes);
      for (int i = 0; i < count; ++i) {
        const Vector x = all(rows[i][k]);
        for (int v = 0; v < vectors; ++v) sum[i][v] += x * weight[v];
      }
    }
    for (int i = 0; i < count; ++i)
      for (int v = 0; v < vectors; ++v)
        put(sum[i][v], of.bias ? of.bias + first + v * lanes : nullptr,
            of.out + (row + i) * of.columns + first + v * lanes, of.columns - first - v * lanes);
  }

  static void put(Vector sum, const float* bias, float* out, std::int64_t room) {
    if (room >= lanes) {
      store(out, bias ? sum + load(bias) : sum);
      return;
    }
    for (std::int64_t lane = 0; lane < room; ++lane)
      out[lane] = bias ? sum[lane] + bias[lane] : sum[lane];
  }

  template <int count, int vectors>
  static void outer(const RowOuterProducts& of, std::int64_t k, std::int64_t first) {
    Vector sum[count][vectors] = {};
    for (std::int64_t window = 0; window < of.of.windows; ++window) {
      const float* row = of.rows + window * of.of.length * of.of.width + k;
      const float* other = of.other + window * of.other_length * of.columns + first;
      for (std::int64_t place = 0; place < of.of.used;
           ++place, row += of.of.width, other += of.columns) {
        Vector y[vectors];
        for (int v = 0; v < vectors; ++v) y[v] = load(other + v * lanes);
        for (int i = 0; i < count; ++i) {
          const Vector x = all(row[i]);
          for (int v = 0; v < vectors; ++v) sum[i][v] += x * y[v];
        }
      }
    }
    for (int i = 0; i < count; ++i)
      for (int v = 0; v < vectors; ++v) {
        float* sums = of.sums + (k + i) * in_blocks(of.columns) + first + v * lanes;
        store(sums, load(sums) + sum[i][v]);
      }
  }
};

}  // namespace
}  // namespace facet::kernels
