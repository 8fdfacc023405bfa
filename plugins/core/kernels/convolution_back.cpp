#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>
#include <optional>

#include "convolution.h"
#include "convolution_sizes.h"
#include "in_threads.h"
#include "loops_for.h"
#include "window_blocks.h"

namespace facet::kernels {

namespace {

/// Each part of the blocks has sums of its own: as many for any number of threads, so that all are
/// added up in the same order.
struct Sums {
  Sums(const ConvolutionSizes& sizes, std::int64_t num_parts, const at::TensorOptions& options)
      : weight(at::empty({num_parts, sizes.taps * sizes.in, in_blocks(sizes.out)}, options)),
        bias(at::empty({num_parts, sizes.out}, options.dtype(at::kDouble))) {}

  void clear(std::int64_t part) {
    std::fill_n(weight.data_ptr<float>() + part * weight.stride(0), weight.stride(0), 0.F);
    std::fill_n(bias.data_ptr<double>() + part * bias.stride(0), bias.stride(0), 0.0);
  }

  at::Tensor weight, bias;
};

/// The whole backward pass of one call. Blocks are of the rows of x, or only of those that a result
/// begins with, where the gradient of x is not asked for.
class Backward {
 public:
  Backward(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& slope,
           const at::Tensor& gradient, const Behind& behind, bool of_x, bool of_parameters)
      : sizes_(x, weight),
        loops_(loops_for(x)),
        x_(x.contiguous()),
        slope_(slope),
        gradient_(gradient.contiguous()),
        behind_(behind),
        halo_(of_x ? sizes_.taps - 1 : 0),
        blocks_(sizes_.windows, of_x ? sizes_.length : sizes_.used),
        num_parts_(std::min<std::int64_t>(16, blocks_.size())) {
    if (of_x) {
      result_.x = at::empty_like(x_);
      // The taps the other way round.
      packed_ = pack(loops_, weight.permute({2, 0, 1}).flip({0}));
    }
    if (of_parameters) sums_.emplace(sizes_, num_parts_, x.options());
  }

  ConvolutionGradients run() {
    const std::int64_t passes = result_.x.defined() + sums_.has_value();
    in_threads(num_parts_, tasks_of_a_thread(num_parts_, passes * sizes_.products()),
               [&](std::int64_t begin, std::int64_t end) {
                 const at::Tensor room = at::empty({room_size()}, x_.options());
                 for (; begin < end; ++begin) run_part(begin, room.data_ptr<float>());
               });
    if (sums_) {
      result_.weight = sums_->weight.sum(0)
                           .narrow(1, 0, sizes_.out)
                           .view({sizes_.taps, sizes_.in, sizes_.out})
                           .permute({2, 1, 0});
      result_.bias = sums_->bias.sum(0).to(x_.scalar_type());
    }
    return result_;
  }

 private:
  std::int64_t room_size() const {
    std::int64_t rows = 0;
    for (const WindowBlock& block : {blocks_[0], blocks_[blocks_.size() - 1]})
      rows = std::max(rows, block.windows * (block.size() + halo_));
    return rows * sizes_.out + product_block;
  }

  void run_part(std::int64_t part, float* room) {
    const std::int64_t begin = part * blocks_.size() / num_parts_;
    const std::int64_t end = (part + 1) * blocks_.size() / num_parts_;
    if (sums_) sums_->clear(part);
    for (std::int64_t i = begin; i < end; ++i) {
      const WindowBlock block = blocks_[i];
      convolved_gradient(block, room);
      if (sums_) add_to_sums(block, room, part);
      if (result_.x.defined()) gradient_of_x(block, room);
    }
  }

  /// The gradient of the convolution's own result where the block's rows of x reach: for each
  /// window its rows [begin - halo, end), which are 0 where there is no such row.
  void convolved_gradient(const WindowBlock& block, float* out) const {
    const std::int64_t begin = std::clamp<std::int64_t>(block.begin - halo_, 0, sizes_.used);
    const std::int64_t end = std::clamp<std::int64_t>(block.end, begin, sizes_.used);
    const std::int64_t zeros_before = (begin - block.begin + halo_) * sizes_.out;
    const std::int64_t size = (end - begin) * sizes_.out;
    const std::int64_t all = (block.size() + halo_) * sizes_.out;
    for (std::int64_t i = 0; i < block.windows; ++i, out += all) {
      const std::int64_t offset = ((block.window + i) * sizes_.used + begin) * sizes_.out;
      const float* gradient = gradient_.data_ptr<float>() + offset;
      std::fill(out, out + zeros_before, 0.F);
      if (slope_.defined())
        loops_.multiply(size, gradient, slope_.data_ptr<float>() + offset, out + zeros_before);
      else
        std::copy(gradient, gradient + size, out + zeros_before);
      std::fill(out + zeros_before + size, out + all, 0.F);
    }
  }

  void add_to_sums(const WindowBlock& block, const float* convolved, std::int64_t part) {
    const std::int64_t own = std::min(block.end, sizes_.used) - block.begin;
    if (own <= 0) return;
    const std::int64_t length = block.size() + halo_;
    const float* first = convolved + halo_ * sizes_.out;
    loops_.outer_products({{block.windows, sizes_.length, own, sizes_.in},
                           x_.data_ptr<float>() + offset_in_x(block),
                           sizes_.taps * sizes_.in,
                           sizes_.out,
                           first,
                           length,
                           sums_->weight.data_ptr<float>() + part * sums_->weight.stride(0)});
    for (std::int64_t i = 0; i < block.windows; ++i)
      loops_.add_rows(own, sizes_.out, first + i * length * sizes_.out,
                      sums_->bias.data_ptr<double>() + part * sizes_.out);
  }

  void gradient_of_x(const WindowBlock& block, const float* convolved) {
    float* out = result_.x.data_ptr<float>() + offset_in_x(block);
    loops_.products({{block.windows, block.size() + halo_, block.size(), sizes_.out},
                     convolved,
                     sizes_.taps * sizes_.out,
                     sizes_.in,
                     packed_.data_ptr<float>(),
                     nullptr,
                     out});
    if (!behind_.crop) return;
    const std::int64_t crop = *behind_.crop;
    const std::int64_t begin = std::max(block.begin, crop);
    const std::int64_t end = std::min(block.end, sizes_.used + crop);
    for (std::int64_t i = 0; i < block.windows && begin < end; ++i)
      loops_.add((end - begin) * sizes_.in,
                 gradient_.data_ptr<float>() +
                     ((block.window + i) * sizes_.used + begin - crop) * sizes_.out,
                 out + (i * sizes_.length + begin - block.begin) * sizes_.in);
  }

  std::int64_t offset_in_x(const WindowBlock& block) const {
    return (block.window * sizes_.length + block.begin) * sizes_.in;
  }

  ConvolutionSizes sizes_;
  EncoderLoops loops_;
  at::Tensor x_, slope_, gradient_;
  Behind behind_;
  std::int64_t halo_;  ///< rows before a block's own whose results reach into it
  WindowBlocks blocks_;
  std::int64_t num_parts_;
  at::Tensor packed_;
  std::optional<Sums> sums_;
  ConvolutionGradients result_;
};

}  // namespace

ConvolutionGradients convolve_back(const at::Tensor& x, const at::Tensor& weight,
                                   const at::Tensor& slope, const at::Tensor& gradient,
                                   const Behind& behind, bool of_x, bool of_parameters) {
  return Backward(x, weight, slope, gradient, behind, of_x, of_parameters).run();
}

}  // namespace facet::kernels
