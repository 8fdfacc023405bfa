#include "convolution_function.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/gelu_backward.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/custom_function.h>

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Asked {
  bool x, weight, bias;
};

/// The gradients as a function that can be differentiated itself.
variable_list differentiable_gradients(const at::Tensor& x, const at::Tensor& weight,
                                       const at::Tensor& bias, const at::Tensor& gradient,
                                       const kernels::Behind& behind, const Asked& asked) {
  const at::Tensor of_convolved =
      behind.gelu ? at::gelu_backward(gradient, convolution(x, weight, bias, {})) : gradient;
  variable_list gradients(3);
  if (asked.x) {
    const std::int64_t pad = weight.size(2) - 1;
    gradients[0] =
        convolution(at::constant_pad_nd(of_convolved, {pad, pad}), weight.flip({2}).transpose(0, 1),
                    at::zeros({weight.size(1)}, weight.options()), {});
    if (behind.crop)
      gradients[0] = gradients[0] + at::constant_pad_nd(gradient, {*behind.crop, *behind.crop});
  }
  if (asked.weight || asked.bias)
    std::tie(std::ignore, gradients[1], gradients[2]) =
        at::convolution_backward(of_convolved, x, weight, at::IntArrayRef(weight.size(0)), 1, 0, 1,
                                 /*transposed=*/false, 0, 1, {false, asked.weight, asked.bias});
  return gradients;
}

struct ConvolutionFunction : torch::autograd::Function<ConvolutionFunction> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                            const at::Tensor& bias, bool gelu, std::int64_t crop) {
    const bool recorded = x.requires_grad() || weight.requires_grad() || bias.requires_grad();
    const kernels::Convolved convolved =
        kernels::convolve(x.transpose(1, 2), weight, bias, behind(gelu, crop), recorded);
    context->save_for_backward({x, weight, bias, convolved.slope});
    context->saved_data["gelu"] = gelu;
    context->saved_data["crop"] = crop;
    return convolved.value.transpose(1, 2);
  }

  static variable_list backward(AutogradContext* context, const variable_list& outputs) {
    const variable_list saved = context->get_saved_variables();
    const at::Tensor &x = saved[0], &weight = saved[1], &gradient = outputs[0];
    const kernels::Behind behind_it =
        behind(context->saved_data["gelu"].toBool(), context->saved_data["crop"].toInt());
    const Asked asked{context->needs_input_grad(0), context->needs_input_grad(1),
                      context->needs_input_grad(2)};
    variable_list gradients(5);
    if (at::GradMode::is_enabled()) {
      gradients = differentiable_gradients(x, weight, saved[2], gradient, behind_it, asked);
      gradients.resize(5);
      return gradients;
    }
    const kernels::ConvolutionGradients own =
        kernels::convolve_back(x.transpose(1, 2), weight, saved[3], gradient.transpose(1, 2),
                               behind_it, asked.x, asked.weight || asked.bias);
    if (asked.x) gradients[0] = own.x.transpose(1, 2);
    gradients[1] = own.weight;
    gradients[2] = own.bias;
    return gradients;
  }

 private:
  static constexpr std::int64_t no_shortcut = -1;

  static kernels::Behind behind(bool gelu, std::int64_t crop) {
    if (crop == no_shortcut) return {gelu, {}};
    return {gelu, crop};
  }

  friend at::Tensor facet::convolution(const at::Tensor& x, const at::Tensor& weight,
                                       const at::Tensor& bias, const kernels::Behind& behind);
};

}  // namespace

at::Tensor convolution(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                       const kernels::Behind& behind) {
  return ConvolutionFunction::apply(x, weight, bias, behind.gelu,
                                    behind.crop.value_or(ConvolutionFunction::no_shortcut));
}

}  // namespace facet
