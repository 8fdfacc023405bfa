#pragma once

#include <cstdint>

// The loops of an encoder on raw memory, for one processor each. Files that are compiled for
// AVX2 or AVX-512 include this: nothing of std or of libtorch may come in that has inline
// functions.
namespace facet::kernels {

/// Windows of rows that lie one behind the other: of each window the first `used` of `length` rows,
/// each of `width` numbers. With the rows behind it a used row is a longer one, which may reach
/// into the rows that are not used.
struct WindowRows {
  std::int64_t windows, length, used, width;
};

/// out_r = bias + row_r . weights for the used rows of all windows.
struct RowProducts {
  WindowRows of;
  const float* rows;
  std::int64_t inner;    ///< numbers of a row that count, and rows of the weights
  std::int64_t columns;  ///< of the weights
  const float* weights;  ///< packed, see packed_size
  const float* bias;     ///< columns; null: none
  float* out;            ///< used rows x columns
};

/// sums += sum_r row_r^T . other_r for the used rows of all windows.
struct RowOuterProducts {
  WindowRows of;
  const float* rows;
  std::int64_t inner;         ///< numbers of a row that count, and rows of the sums
  std::int64_t columns;       ///< of other
  const float* other;         ///< each window's used rows x columns, and block numbers behind them
  std::int64_t other_length;  ///< rows of a window there
  float* sums;                ///< inner x in_blocks(columns); what fills up is undefined
};

inline constexpr std::int64_t product_block = 16;

constexpr std::int64_t in_blocks(std::int64_t columns) {
  return (columns + product_block - 1) / product_block * product_block;
}

/// Room for weights, inner x columns, as a processor wants them.
constexpr std::int64_t packed_size(std::int64_t inner, std::int64_t columns) {
  return inner * in_blocks(columns);
}

struct EncoderLoops {
  /// Packs weights, inner x columns, into packed_size numbers.
  void (*pack)(std::int64_t inner, std::int64_t columns, const float* weights, float* packed);
  void (*products)(const RowProducts& products);
  void (*outer_products)(const RowOuterProducts& products);
  /// value_i = x_i Phi(x_i), slope_i = Phi(x_i) + x_i phi(x_i), with the normal distribution Phi
  /// and its density phi. slope may be null.
  void (*gelu)(std::int64_t size, const float* x, float* value, float* slope);
  /// of_gradient_i = direction_i slope(x_i), of_x_i = direction_i gradient_i slope'(x_i): what
  /// gradient_i slope(x_i) has for gradients.
  void (*gelu_slope_back)(std::int64_t size, const float* x, const float* gradient,
                          const float* direction, float* of_gradient, float* of_x);
  /// to_i += from_i
  void (*add)(std::int64_t size, const float* from, float* to);
  /// to_i = a_i b_i
  void (*multiply)(std::int64_t size, const float* a, const float* b, float* to);
  /// sums_c += sum_r rows_rc
  void (*add_rows)(std::int64_t rows, std::int64_t columns, const float* from, double* sums);
};

// By the vectors that a processor has: of 16 bytes, which the compiler finds a way for everywhere,
// of 32 and of 64.
EncoderLoops encoder_loops(), encoder_loops_avx2(), encoder_loops_avx512();

}  // namespace facet::kernels
