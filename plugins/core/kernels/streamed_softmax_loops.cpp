#include "streamed_softmax_loops.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <limits>
#include <numbers>

#include "in_threads.h"

namespace facet::kernels {

namespace {

/// Parts of the rows, each computed by one thread and with sums of its own: as many for any number
/// of threads, so that all are added up in the same order.
struct Parts {
  explicit Parts(std::int64_t n)
      : number(std::clamp<std::int64_t>(n / 32, 1, 16)), size((n + number - 1) / number) {}
  std::int64_t number, size;
};

/// m x d, filled up to m_in_blocks, to blocks x d x block.
at::Tensor in_blocks(const at::Tensor& other, std::int64_t m_in_blocks) {
  return at::constant_pad_nd(other, {0, 0, 0, m_in_blocks - other.size(0)})
      .view({m_in_blocks / softmax_block, softmax_block, other.size(1)})
      .transpose(1, 2)
      .contiguous();
}

at::Tensor out_of_blocks(const at::Tensor& blocks, std::int64_t m) {
  return blocks.transpose(1, 2).reshape({-1, blocks.size(1)}).narrow(0, 0, m);
}

template <class Number>
Number* memory(const at::Tensor& array, std::int64_t offset) {
  return array.defined() ? array.data_ptr<Number>() + offset : nullptr;
}

template <class Number>
StreamedSoftmax streamed(SoftmaxLoop<Number>& loop, const at::Tensor& rows,
                         const at::Tensor& scaled, const at::Tensor& other, const at::Tensor& bias,
                         bool with_means) {
  const std::int64_t n = rows.size(0), d = rows.size(1);
  const std::int64_t m = (other.size(0) + softmax_block - 1) / softmax_block * softmax_block;
  const at::TensorOptions options = rows.options();
  const at::Tensor own = rows.contiguous(), others = in_blocks(other, m);
  // Powers of 2 instead of e.
  const at::Tensor scaled_2 = (scaled * std::numbers::log2e).contiguous();
  const at::Tensor bias_2 = at::constant_pad_nd(bias * std::numbers::log2e, {0, m - other.size(0)},
                                                -std::numeric_limits<double>::infinity());
  const Parts parts(n);
  const at::Tensor largest = at::empty({n}, options), sum = at::empty({n}, options);
  at::Tensor mean_other, pulled;
  if (with_means) {
    mean_other = at::empty({n, d}, options);
    pulled = at::zeros({parts.number, m / softmax_block, d + 1, softmax_block}, options);
  }
  in_threads(parts.number, 1, [&](std::int64_t begin, std::int64_t end) {
    const at::Tensor room = at::empty({softmax_room(m, d)}, options);
    for (std::int64_t part = begin; part < end; ++part) {
      const std::int64_t first = std::min(part * parts.size, n);
      loop({std::min(parts.size, n - first), m, d, memory<Number>(own, first * d),
            memory<Number>(scaled_2, first * d), memory<Number>(others, 0),
            memory<Number>(bias_2, 0), memory<Number>(largest, first), memory<Number>(sum, first),
            memory<Number>(mean_other, first * d), memory<Number>(pulled, part * m * (d + 1)),
            memory<Number>(room, 0)});
    }
  });

  const at::Tensor log_sum = (largest + sum.log2()) * std::numbers::ln2;
  if (!with_means) return {log_sum, {}, {}, {}};
  const at::Tensor all_pulled = out_of_blocks(pulled.sum(0), other.size(0));
  return {log_sum, mean_other, all_pulled.narrow(1, 0, d), all_pulled.select(1, d)};
}

}  // namespace

StreamedSoftmax streamed_softmax_by(const SoftmaxLoops& loops, const at::Tensor& rows,
                                    const at::Tensor& scaled, const at::Tensor& other,
                                    const at::Tensor& bias, bool with_means) {
  return rows.scalar_type() == at::kDouble
             ? streamed<double>(*loops.of_doubles, rows, scaled, other, bias, with_means)
             : streamed<float>(*loops.of_floats, rows, scaled, other, bias, with_means);
}

}  // namespace facet::kernels
