#include "convolution_sizes.h"

#include <ATen/ops/empty.h>

#include "kernel_table.h"

namespace facet::kernels {

namespace {

// The fastest first; the last is for every CPU.
constexpr Implementation<ConvolutionLoops()> table[] = {
#ifdef FACET_KERNELS_AVX512
    {.instruction_set = InstructionSet::avx512, .function = convolution_loops_avx512},
#endif
#ifdef FACET_KERNELS_AVX2
    {.instruction_set = InstructionSet::avx2, .function = convolution_loops_avx2},
#endif
    {.function = convolution_loops},
};

}  // namespace

ConvolutionSizes::ConvolutionSizes(const at::Tensor& x, const at::Tensor& weight)
    : windows(x.size(0)),
      length(x.size(1)),
      in(x.size(2)),
      out(weight.size(0)),
      taps(weight.size(2)),
      used(length - taps + 1) {}

ConvolutionLoops loops_for(const at::Tensor& x) {
  return choose(table, x)();
}

at::Tensor pack(const ConvolutionLoops& loops, const at::Tensor& weights) {
  const std::int64_t inner = weights.size(0) * weights.size(1), columns = weights.size(2);
  const at::Tensor packed = at::empty({packed_size(inner, columns)}, weights.options());
  loops.pack(inner, columns, weights.contiguous().data_ptr<float>(), packed.data_ptr<float>());
  return packed;
}

}  // namespace facet::kernels
