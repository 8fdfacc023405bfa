#pragma once

#include <cstdint>

// The loops of a convolution on raw memory, for one processor each. Files that are compiled for
// AVX2 or AVX-512 include this: nothing of std or of libtorch may come in that has inline
// functions.
namespace facet::kernels {

/// Windows of rows that lie one behind the other: of each window the first `used` of `length` rows,
/// each of `width` numbers. With the rows behind it a used row is a longer one, which may reach
/// into the rows that are not used.
struct WindowRows {
  std::int64_t windows, length, used, width;
};

/// out_r = bias + row_r . weights for the used rows [begin, end) of all windows, counted through.
struct RowProducts {
  WindowRows of;
  const float* rows;
  std::int64_t inner;    ///< numbers of a row that count, and rows of the weights
  std::int64_t columns;  ///< of the weights
  const float* weights;  ///< packed, see row_products_packed
  const float* bias;     ///< columns; null: none
  float* out;            ///< used rows x columns
};

/// sums = sum_r row_r^T . other_r for the used rows of the windows [begin, end).
struct RowOuterProducts {
  WindowRows of;
  const float* rows;
  std::int64_t inner;    ///< numbers of a row that count, and rows of the sums
  std::int64_t columns;  ///< of other and of the sums: a multiple of product_block
  const float* other;    ///< used rows x columns
  float* sums;           ///< inner x columns
};

inline constexpr std::int64_t product_block = 16;

using RowProductsLoop = void(const RowProducts& products, std::int64_t begin, std::int64_t end);
using RowOuterProductsLoop = void(const RowOuterProducts& products, std::int64_t begin,
                                  std::int64_t end);
/// Packs weights, inner x columns, of which each row is `stride` numbers behind the one before, for
/// the loop beside it: into row_products_packed numbers.
using PackWeights = void(std::int64_t inner, std::int64_t columns, const float* weights,
                         float* packed);

constexpr std::int64_t row_products_packed(std::int64_t inner, std::int64_t columns) {
  constexpr std::int64_t widest = 32;
  return inner * ((columns + widest - 1) / widest * widest);
}

RowProductsLoop row_products, row_products_avx2, row_products_avx512;
RowOuterProductsLoop row_outer_products, row_outer_products_avx2, row_outer_products_avx512;
PackWeights pack_weights, pack_weights_avx2, pack_weights_avx512;

}  // namespace facet::kernels
