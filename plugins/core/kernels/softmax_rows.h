#pragma once

#include <cstdint>

// What the loops of streamed_softmax are given: raw memory. Files that are compiled for AVX2 or
// AVX-512 include this: nothing of std or of libtorch may come in that has inline functions.
namespace facet::kernels {

/// Others are laid out in blocks of so many, as many as any processor has in a vector of floats.
inline constexpr std::int64_t softmax_block = 16;

/// Some rows of a softmax, of which streamed_softmax is made, in powers of 2 instead of e:
///
///     L_ij = bias_j + scaled_i . other_j     P_ij = 2^L_ij / sum_j 2^L_ij
///
/// The number of others, m, is a multiple of softmax_block; those that fill it up have a bias of
/// minus infinity. There are d numbers in each row and each other.
template <class Number>
struct SoftmaxRows {
  std::int64_t n, m, d;
  const Number *rows, *scaled;  ///< n x d
  const Number* other;          ///< m / block x d x block
  const Number* bias;           ///< m
  Number* largest;              ///< n: max_j L_ij
  Number* sum;                  ///< n: sum_j 2^(L_ij - largest_i)
  Number* mean_other;           ///< n x d: sum_j P_ij other_j; null where it is not asked for
  Number* pulled;  ///< m / block x (d + 1) x block, with mean_other: sum_i P_ij rows_i and, as one
                   ///< column more, sum_i P_ij are added to it
  Number* room;    ///< softmax_room(m, d) numbers to work in
};

/// How many rows are weighed before their others are pulled: their weights fit into a core's cache.
constexpr std::int64_t softmax_chunk(std::int64_t m) {
  constexpr std::int64_t cached = 1 << 16, most = 32, least = 4;
  const std::int64_t chunk = cached / m / least * least;
  return chunk < least ? least : chunk > most ? most : chunk;
}

constexpr std::int64_t softmax_room(std::int64_t m, std::int64_t d) {
  return softmax_chunk(m) * (m + (d + 1) * softmax_block + m / softmax_block + 1);
}

template <class Number>
using SoftmaxLoop = void(const SoftmaxRows<Number>& rows);

// By the vectors that a processor has: of 16 bytes, which the compiler finds a way for everywhere,
// of 32 and of 64.
SoftmaxLoop<float> softmax_loop, softmax_loop_avx2, softmax_loop_avx512;
SoftmaxLoop<double> softmax_loop, softmax_loop_avx2, softmax_loop_avx512;

}  // namespace facet::kernels
