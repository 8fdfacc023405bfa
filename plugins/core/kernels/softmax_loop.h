#pragma once

#include "softmax_rows.h"
#include "vector_of.h"

namespace facet::kernels {
namespace {

/// A SoftmaxLoop in vectors of `bytes`. The logits of some rows are weighed tile by tile, against
/// the largest so far; what was summed before is brought down where a larger one comes. When all of
/// a row is known, its weights pull the others.
///
/// Parts of rows and of columns stay in registers: `count` rows, `columns` columns.
template <class Number, int bytes>
class TiledSoftmax : private VectorOf<Number, bytes> {
 public:
  explicit TiledSoftmax(const SoftmaxRows<Number>& of)
      : of_(of),
        chunk_(softmax_chunk(of.m)),
        tiles_((of.m + tile_size - 1) / tile_size),
        weights_(of.room),
        means_(weights_ + chunk_ * of.m),
        sums_(means_ + chunk_ * of.d * lanes),
        references_(sums_ + chunk_ * lanes) {}

  void run() const {
    for (std::int64_t first = 0; first < of_.n; first += chunk_)
      run(first, of_.n - first < chunk_ ? of_.n : first + chunk_);
  }

 private:
  using Own = VectorOf<Number, bytes>;
  using Vector = typename Own::Vector;
  using Own::all, Own::lanes, Own::larger, Own::largest_of, Own::load, Own::power_of_2, Own::store,
      Own::sum_of;
  static constexpr std::int64_t block = softmax_block, tile_size = 32 * block;
  /// Vectors beside each other, so that what is the same for both is loaded once.
  static constexpr int abreast = block / lanes >= 2 ? 2 : 1, step = abreast * lanes;

  /// Others that stay in the innermost cache while rows pass by.
  struct Tile {
    std::int64_t number, begin, end;
  };

  void run(std::int64_t first, std::int64_t end) const {
    for (std::int64_t i = first; i < end; ++i) begin_row(i, i - first);
    for_each_tile(first, end, [&]<int count>(const Tile& tile, std::int64_t i) {
      weigh<count>(tile, i, i - first);
    });
    for (std::int64_t i = first; i < end; ++i) end_row(i, i - first);
    if (!of_.mean_other) return;
    for_each_tile(first, end, [&]<int count>(const Tile& tile, std::int64_t i) {
      pull<count>(tile, i, i - first);
    });
  }

  /// Calls work<count>(tile, i) for all rows i of each tile, `count` at once.
  template <class Work>
  void for_each_tile(std::int64_t first, std::int64_t end, const Work& work) const {
    constexpr int count = 4;
    for (std::int64_t number = 0; number < tiles_; ++number) {
      const std::int64_t begin = number * tile_size;
      const Tile tile{number, begin, of_.m - begin < tile_size ? of_.m : begin + tile_size};
      std::int64_t i = first;
      for (; i + count <= end; i += count) work.template operator()<count>(tile, i);
      for (; i < end; ++i) work.template operator()<1>(tile, i);
    }
  }

  // In the chunk, row i has place `at`.
  Number* weights(std::int64_t at) const { return weights_ + at * of_.m; }
  Number* mean(std::int64_t at, std::int64_t column) const {
    return means_ + (at * of_.d + column) * lanes;
  }
  Number* sum(std::int64_t at) const { return sums_ + at * lanes; }
  /// The largest logit that was known when the weights of the tile were computed.
  Number& reference(std::int64_t at, const Tile& tile) const {
    return references_[at * tiles_ + tile.number];
  }

  void begin_row(std::int64_t i, std::int64_t at) const {
    of_.largest[i] = -static_cast<Number>(__builtin_inf());
    store(sum(at), Vector{});
    for (std::int64_t k = 0; k < of_.d; ++k) store(mean(at, k), Vector{});
  }

  void end_row(std::int64_t i, std::int64_t at) const {
    of_.sum[i] = sum_of(load(sum(at)));
    if (!of_.mean_other) return;
    for (std::int64_t k = 0; k < of_.d; ++k)
      of_.mean_other[i * of_.d + k] = sum_of(load(mean(at, k))) / of_.sum[i];
  }

  template <int count>
  void weigh(const Tile& tile, std::int64_t i, std::int64_t at) const {
    Number largest[count];
    compute_logits<count>(tile, i, at, largest);
    for (int row = 0; row < count; ++row) {
      if (largest[row] > of_.largest[i + row]) bring_down(i + row, at + row, largest[row]);
      reference(at + row, tile) = of_.largest[i + row];
    }
    take_powers<count>(tile, i, at);
    if (!of_.mean_other) return;
    std::int64_t column = 0;
    for (; column + 2 <= of_.d; column += 2) add_means<count, 2>(tile, at, column);
    if (column < of_.d) add_means<count, 1>(tile, at, column);
  }

  void bring_down(std::int64_t i, std::int64_t at, Number largest) const {
    const Number factor = power_of_2(all(of_.largest[i] - largest))[0];
    of_.largest[i] = largest;
    store(sum(at), load(sum(at)) * factor);
    for (std::int64_t k = 0; k < of_.d; ++k) store(mean(at, k), load(mean(at, k)) * factor);
  }

  /// In the place of the weights, and the largest in the tile of each row.
  template <int count>
  void compute_logits(const Tile& tile, std::int64_t i, std::int64_t at, Number* largest) const {
    const std::int64_t d = of_.d, m = of_.m;
    const Number* __restrict scaled = of_.scaled + i * d;
    const Number* __restrict bias = of_.bias;
    const Number* __restrict other = of_.other + tile.begin * d;
    Number* __restrict logits = weights(at);
    Vector most[count];
    for (Vector& own : most) own = all(-static_cast<Number>(__builtin_inf()));
    for (std::int64_t j = tile.begin; j < tile.end; j += block, other += d * block)
      for (std::int64_t v = 0; v < block; v += step) {
        Vector logit[count][abreast];
        for (int row = 0; row < count; ++row)
          for (int u = 0; u < abreast; ++u) logit[row][u] = load(bias + j + v + u * lanes);
        for (std::int64_t k = 0; k < d; ++k) {
          Vector y[abreast];
          for (int u = 0; u < abreast; ++u) y[u] = load(other + k * block + v + u * lanes);
          for (int row = 0; row < count; ++row) {
            const Vector x = all(scaled[row * d + k]);
            for (int u = 0; u < abreast; ++u) logit[row][u] += x * y[u];
          }
        }
        for (int row = 0; row < count; ++row)
          for (int u = 0; u < abreast; ++u) {
            store(logits + row * m + j + v + u * lanes, logit[row][u]);
            most[row] = larger(logit[row][u], most[row]);
          }
      }
    for (int row = 0; row < count; ++row) largest[row] = largest_of(most[row]);
  }

  template <int count>
  void take_powers(const Tile& tile, std::int64_t i, std::int64_t at) const {
    const std::int64_t m = of_.m;
    Number* __restrict own = weights(at);
    Vector largest[count], sums[count];
    for (int row = 0; row < count; ++row) {
      largest[row] = all(of_.largest[i + row]);
      sums[row] = load(sum(at + row));
    }
    for (std::int64_t j = tile.begin; j < tile.end; j += lanes)
      for (int row = 0; row < count; ++row) {
        const Vector weight = power_of_2(load(own + row * m + j) - largest[row]);
        store(own + row * m + j, weight);
        sums[row] += weight;
      }
    for (int row = 0; row < count; ++row) store(sum(at + row), sums[row]);
  }

  template <int count, int columns>
  void add_means(const Tile& tile, std::int64_t at, std::int64_t column) const {
    const std::int64_t d = of_.d, m = of_.m;
    const Number* __restrict own = weights(at);
    const Number* __restrict other = of_.other + tile.begin * d + column * block;
    Vector means[count][columns];
    for (int row = 0; row < count; ++row)
      for (int k = 0; k < columns; ++k) means[row][k] = load(mean(at + row, column + k));
    for (std::int64_t j = tile.begin; j < tile.end; j += block, other += d * block)
      for (std::int64_t v = 0; v < block; v += lanes) {
        Vector y[columns];
        for (int k = 0; k < columns; ++k) y[k] = load(other + k * block + v);
        for (int row = 0; row < count; ++row) {
          const Vector weight = load(own + row * m + j + v);
          for (int k = 0; k < columns; ++k) means[row][k] += weight * y[k];
        }
      }
    for (int row = 0; row < count; ++row)
      for (int k = 0; k < columns; ++k) store(mean(at + row, column + k), means[row][k]);
  }

  template <int count>
  void pull(const Tile& tile, std::int64_t i, std::int64_t at) const {
    const std::int64_t d = of_.d, m = of_.m;
    const Number* __restrict rows = of_.rows + i * d;
    const Number* __restrict own = weights(at);
    Number* __restrict pulled = of_.pulled + tile.begin * (d + 1);
    Number share[count];  // of a weight
    for (int row = 0; row < count; ++row)
      share[row] =
          power_of_2(all(reference(at + row, tile) - of_.largest[i + row]))[0] / of_.sum[i + row];
    for (std::int64_t j = tile.begin; j < tile.end; j += block, pulled += (d + 1) * block)
      for (std::int64_t v = 0; v < block; v += step) {
        Vector weight[count][abreast], mass[abreast] = {};
        for (int row = 0; row < count; ++row)
          for (int u = 0; u < abreast; ++u) {
            weight[row][u] = load(own + row * m + j + v + u * lanes) * share[row];
            mass[u] += weight[row][u];
          }
        Number* column = pulled + v;
        for (std::int64_t k = 0; k < d; ++k, column += block) {
          Vector sums[abreast];
          for (int u = 0; u < abreast; ++u) sums[u] = load(column + u * lanes);
          for (int row = 0; row < count; ++row) {
            const Vector x = all(rows[row * d + k]);
            for (int u = 0; u < abreast; ++u) sums[u] += weight[row][u] * x;
          }
          for (int u = 0; u < abreast; ++u) store(column + u * lanes, sums[u]);
        }
        for (int u = 0; u < abreast; ++u)
          store(column + u * lanes, load(column + u * lanes) + mass[u]);
      }
  }

  SoftmaxRows<Number> of_;
  std::int64_t chunk_, tiles_;
  Number *weights_, *means_, *sums_, *references_;
};

}  // namespace
}  // namespace facet::kernels
