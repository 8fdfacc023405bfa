#include "convolution.h"

#include <ATen/Parallel.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <vector>

#include "kernel_table.h"
#include "row_products.h"

namespace facet::kernels {

namespace {

constexpr std::int64_t rows_in_cache = 96;

/// Rows of products that are worth a thread.
std::int64_t rows_of_a_task(std::int64_t inner, std::int64_t columns) {
  constexpr std::int64_t products_of_a_task = 1 << 18;
  return std::max(rows_in_cache, products_of_a_task / (inner * columns));
}

using Convolve = at::Tensor(const at::Tensor& x, const at::Tensor& weights, const at::Tensor& bias);

template <RowProductsLoop& loop, PackWeights& pack>
at::Tensor convolve_by(const at::Tensor& x, const at::Tensor& weights, const at::Tensor& bias) {
  const std::int64_t windows = x.size(0), length = x.size(1), channels = x.size(2);
  const std::int64_t inner = weights.size(0), columns = weights.size(1);
  const std::int64_t used = length - inner / channels + 1;
  const at::Tensor packed = at::empty({row_products_packed(inner, columns)}, x.options());
  const at::Tensor out = at::empty({windows, used, columns}, x.options());
  pack(inner, columns, weights.data_ptr<float>(), packed.data_ptr<float>());
  const RowProducts products{{windows, length, used, channels},
                             x.data_ptr<float>(),
                             inner,
                             columns,
                             packed.data_ptr<float>(),
                             bias.defined() ? bias.data_ptr<float>() : nullptr,
                             out.data_ptr<float>()};
  at::parallel_for(0, windows * used, rows_of_a_task(inner, columns),
                   [&](std::int64_t begin, std::int64_t end) {
                     for (; begin < end; begin += rows_in_cache)
                       loop(products, begin, std::min(begin + rows_in_cache, end));
                   });
  return out;
}

/// One long window as many short ones that touch, and a rest.
std::vector<WindowRows> cut(const WindowRows& rows) {
  constexpr std::int64_t size = 64;
  if (rows.windows > 1 || rows.used <= size) return {rows};
  const std::int64_t rest = rows.used % size;
  std::vector<WindowRows> parts = {{rows.used / size, size, size, rows.width}};
  if (rest > 0) parts.push_back({1, rest, rest, rows.width});
  return parts;
}

using Correlate = at::Tensor(const at::Tensor& x, const at::Tensor& y);

template <RowOuterProductsLoop& loop>
at::Tensor correlate_by(const at::Tensor& x, const at::Tensor& y) {
  const std::int64_t windows = x.size(0), length = x.size(1), channels = x.size(2);
  const std::int64_t used = y.size(1), columns = y.size(2);
  const std::int64_t inner = (length - used + 1) * channels;
  const std::int64_t missing = (product_block - columns % product_block) % product_block;
  const at::Tensor other = missing > 0 ? at::constant_pad_nd(y, {0, missing}) : y;
  constexpr std::int64_t parts = 16;
  const at::Tensor sums = at::zeros({parts, inner, columns + missing}, x.options());

  std::int64_t row = 0, other_row = 0;
  for (const WindowRows& own : cut({windows, length, used, channels})) {
    const std::int64_t size = (own.windows + parts - 1) / parts;          // of a part
    const std::int64_t step = std::max<std::int64_t>(1, 256 / own.used);  // what stays in a cache
    at::parallel_for(0, parts, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t part = begin; part < end; ++part) {
        const RowOuterProducts products{own,
                                        x.data_ptr<float>() + row * channels,
                                        inner,
                                        columns + missing,
                                        other.data_ptr<float>() + other_row * (columns + missing),
                                        sums.data_ptr<float>() + part * sums.stride(0)};
        const std::int64_t last = std::min((part + 1) * size, own.windows);
        for (std::int64_t window = part * size; window < last; window += step)
          loop(products, window, std::min(window + step, last));
      }
    });
    row += own.windows * own.length;
    other_row += own.windows * own.used;
  }
  return sums.sum(0).narrow(1, 0, columns);
}

// The fastest first; the last is for every CPU.
constexpr Implementation<Convolve> convolve_table[] = {
#ifdef FACET_KERNELS_AVX512
    {.instruction_set = InstructionSet::avx512,
     .function = convolve_by<row_products_avx512, pack_weights_avx512>},
#endif
#ifdef FACET_KERNELS_AVX2
    {.instruction_set = InstructionSet::avx2,
     .function = convolve_by<row_products_avx2, pack_weights_avx2>},
#endif
    {.function = convolve_by<row_products, pack_weights>},
};

constexpr Implementation<Correlate> correlate_table[] = {
#ifdef FACET_KERNELS_AVX512
    {.instruction_set = InstructionSet::avx512,
     .function = correlate_by<row_outer_products_avx512>},
#endif
#ifdef FACET_KERNELS_AVX2
    {.instruction_set = InstructionSet::avx2, .function = correlate_by<row_outer_products_avx2>},
#endif
    {.function = correlate_by<row_outer_products>},
};

}  // namespace

at::Tensor convolve(const at::Tensor& x, const at::Tensor& weights, const at::Tensor& bias) {
  return choose(convolve_table, x)(x, weights, bias);
}

at::Tensor correlate(const at::Tensor& x, const at::Tensor& y) {
  return choose(correlate_table, x)(x, y);
}

}  // namespace facet::kernels
