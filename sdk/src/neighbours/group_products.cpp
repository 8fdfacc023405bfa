#include "group_products.h"

#include <cstring>

// Not under a sanitizer: it is not there yet when the loader chooses.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define FACET_FOR_SEVERAL_PROCESSORS \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FACET_FOR_SEVERAL_PROCESSORS
#endif

namespace facet::group_products {

namespace {

typedef float Lanes __attribute__((vector_size(lanes * sizeof(float))));

/// sums[i] = row i . each row of the panel.
template <std::int64_t rows>
[[gnu::always_inline]] inline void multiply(const float* row, std::int64_t columns,
                                            const float* panel, Lanes (&sums)[rows]) {
  for (Lanes& sum : sums) sum = Lanes{};
  for (std::int64_t k = 0; k < columns; ++k) {
    Lanes column;
    std::memcpy(&column, panel + k * lanes, sizeof column);
    for (std::int64_t i = 0; i < rows; ++i) sums[i] += row[i * columns + k] * column;
  }
}

/// smallest[i][0] becomes the smallest of smallest[i].
template <std::int64_t rows>
[[gnu::always_inline]] inline void gather_smallest(float (&smallest)[rows][lanes]) {
  for (std::int64_t half = lanes / 2; half > 0; half /= 2)
    for (float(&own)[lanes] : smallest)
      for (std::int64_t i = 0; i < half; ++i)
        own[i] = own[i + half] < own[i] ? own[i + half] : own[i];
}

/// lowest() of `rows` rows.
template <std::int64_t rows>
[[gnu::always_inline]] inline void keep_lowest(const float* row, std::int64_t columns,
                                               const float* group, float* lowest,
                                               std::int64_t step) {
  Lanes sums[rows], smallest[rows];
  multiply(row, columns, group, smallest);
  for (std::int64_t panel = 1; panel < panels; ++panel) {
    multiply(row, columns, group + panel * lanes * columns, sums);
    for (std::int64_t i = 0; i < rows; ++i)
      smallest[i] = sums[i] < smallest[i] ? sums[i] : smallest[i];
  }
  float gathered[rows][lanes];
  std::memcpy(gathered, smallest, sizeof gathered);
  gather_smallest(gathered);
  for (std::int64_t i = 0; i < rows; ++i)
    if (gathered[i][0] < lowest[i * step]) lowest[i * step] = gathered[i][0];
}

/// lowest() of `count` rows, `most` at once, and of what remains at once.
template <std::int64_t most>
[[gnu::always_inline]] inline void keep_lowest_of(const float* rows, std::int64_t count,
                                                  std::int64_t columns, const float* group,
                                                  float* lowest, std::int64_t step) {
  std::int64_t i = 0;
  for (; i + most <= count; i += most)
    keep_lowest<most>(rows + i * columns, columns, group, lowest + i * step, step);
  if constexpr (most > 1)
    keep_lowest_of<most - 1>(rows + i * columns, count - i, columns, group, lowest + i * step,
                             step);
}

FACET_FOR_SEVERAL_PROCESSORS
void all_products(const float* row, std::int64_t columns, const float* group, float* products) {
  for (std::int64_t panel = 0; panel < panels; ++panel) {
    Lanes sums[1];
    multiply(row, columns, group + panel * lanes * columns, sums);
    std::memcpy(products + panel * lanes, sums, sizeof sums);
  }
}

FACET_FOR_SEVERAL_PROCESSORS
void lowest_products(const float* rows, std::int64_t count, std::int64_t columns,
                     const float* group, float* lowest, std::int64_t step) {
  constexpr std::int64_t most = 6;  // whose sums fill the registers of AVX2
  keep_lowest_of<most>(rows, count, columns, group, lowest, step);
}

}  // namespace

// (What the compiler makes for several processors is visible outside of the library, unless it is
// of this file alone.)
void all(const float* row, std::int64_t columns, const float* group, float* products) {
  all_products(row, columns, group, products);
}

void lowest(const float* rows, std::int64_t count, std::int64_t columns, const float* group,
            float* lowest, std::int64_t step) {
  lowest_products(rows, count, columns, group, lowest, step);
}

}  // namespace facet::group_products
