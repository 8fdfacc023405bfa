#include "convolution.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/sum.h>
#include <torch/csrc/autograd/custom_function.h>

#include "../../kernels/convolution.h"
#include "../../kernels/kernel_table.h"

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// B x C x T as B x T x C, whose memory it mostly is.
at::Tensor channels_last(const at::Tensor& x) {
  return x.transpose(1, 2).contiguous();
}

/// The gradient with respect to x: a convolution of y with the taps the other way round.
at::Tensor convolve_back(const at::Tensor& y, const at::Tensor& weight) {
  const std::int64_t taps = weight.size(2);
  const at::Tensor weights = weight.flip({2}).permute({2, 0, 1}).contiguous();
  return kernels::convolve(at::constant_pad_nd(y, {0, 0, taps - 1, taps - 1}),
                           weights.view({-1, weight.size(1)}), {});
}

struct ConvolutionFunction : torch::autograd::Function<ConvolutionFunction> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                            const at::Tensor& bias) {
    context->save_for_backward({x, weight});
    context->saved_data["x"] = x.requires_grad();
    context->saved_data["parameters"] = weight.requires_grad();
    const at::Tensor weights = weight.permute({2, 1, 0}).contiguous();
    return kernels::convolve(channels_last(x), weights.view({-1, weight.size(0)}), bias)
        .transpose(1, 2);
  }

  static variable_list backward(AutogradContext* context, const variable_list& outputs) {
    const variable_list saved = context->get_saved_variables();
    const at::Tensor &x = saved[0], &weight = saved[1];
    const bool of_x = context->saved_data["x"].toBool();
    const bool of_parameters = context->saved_data["parameters"].toBool();
    if (at::GradMode::is_enabled()) {  // the gradient is to be differentiated again
      const auto [x_gradient, weight_gradient, bias_gradient] = at::convolution_backward(
          outputs[0], x, weight, at::IntArrayRef(weight.size(0)), 1, 0, 1, /*transposed=*/false, 0,
          1, {of_x, of_parameters, of_parameters});
      return {x_gradient, weight_gradient, bias_gradient};
    }
    const at::Tensor y = channels_last(outputs[0]);
    variable_list gradients(3);
    if (of_x) gradients[0] = convolve_back(y, weight).transpose(1, 2);
    if (!of_parameters) return gradients;
    gradients[1] = kernels::correlate(channels_last(x), y)
                       .view({weight.size(2), weight.size(1), weight.size(0)})
                       .permute({2, 1, 0});
    gradients[2] = at::sum(y, at::IntArrayRef{0, 1});
    return gradients;
  }
};

}  // namespace

at::Tensor ConvolutionImpl::forward(const at::Tensor& x) {
  const bool plain = options.stride()->front() == 1 && x.dim() == 3 && x.size(0) > 0;
  if (!plain || !kernels::has_kernels(x) || x.size(2) < options.kernel_size()->front())
    return Conv1dImpl::forward(x);
  return ConvolutionFunction::apply(x, weight, bias);
}

}  // namespace facet
