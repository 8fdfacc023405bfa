#include "convolution.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include "convolution_sizes.h"
#include "in_threads.h"
#include "loops_for.h"
#include "window_blocks.h"

namespace facet::kernels {

Convolved convolve(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                   const Behind& behind, bool with_slope) {
  const ConvolutionSizes sizes(x, weight);
  const EncoderLoops loops = loops_for(x);
  const at::Tensor own = x.contiguous();
  const at::Tensor own_bias = bias.defined() ? bias.contiguous() : bias;
  const at::Tensor packed = pack(loops, weight.permute({2, 1, 0}));
  const at::Tensor value = at::empty({sizes.windows, sizes.used, sizes.out}, x.options());
  const at::Tensor slope = with_slope && behind.gelu ? at::empty_like(value) : at::Tensor();

  const WindowBlocks blocks(sizes.windows, sizes.used);
  const auto compute = [&](const WindowBlock& block) {
    const std::int64_t first = block.window * sizes.length + block.begin;
    const std::int64_t offset = (block.window * sizes.used + block.begin) * sizes.out;
    float* out = value.data_ptr<float>() + offset;
    loops.products({{block.windows, sizes.length, block.size(), sizes.in},
                    own.data_ptr<float>() + first * sizes.in,
                    sizes.taps * sizes.in,
                    sizes.out,
                    packed.data_ptr<float>(),
                    own_bias.defined() ? own_bias.data_ptr<float>() : nullptr,
                    out});
    if (behind.gelu)
      loops.gelu(block.rows() * sizes.out, out, out,
                 slope.defined() ? slope.data_ptr<float>() + offset : nullptr);
    if (!behind.crop) return;
    for (std::int64_t window = 0; window < block.windows; ++window)
      loops.add(block.size() * sizes.out,
                own.data_ptr<float>() + (first + window * sizes.length + *behind.crop) * sizes.in,
                out + window * sizes.used * sizes.out);
  };
  in_threads(blocks.size(), tasks_of_a_thread(blocks.size(), sizes.products()),
             [&](std::int64_t begin, std::int64_t end) {
               for (; begin < end; ++begin) compute(blocks[begin]);
             });
  return {value, slope};
}

}  // namespace facet::kernels
