#include "convolution_function.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/custom_function.h>

#include "convolution_by_operators.h"
#include "convolution_gradient.h"
#include "saved_behind.h"

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct ConvolutionFunction : torch::autograd::Function<ConvolutionFunction> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                            const at::Tensor& bias, const kernels::Behind& behind) {
    const bool recorded = x.requires_grad() || weight.requires_grad() || bias.requires_grad();
    const kernels::Convolved convolved =
        kernels::convolve(x.transpose(1, 2), weight, bias, behind, recorded);
    context->save_for_backward({x, weight, bias, convolved.slope});
    save_behind(*context, behind);
    return convolved.value.transpose(1, 2);
  }

  static variable_list backward(AutogradContext* context, const variable_list& outputs) {
    const variable_list saved = context->get_saved_variables();
    const at::Tensor &x = saved[0], &weight = saved[1], &bias = saved[2], &slope = saved[3];
    const at::Tensor& gradient = outputs[0];
    const kernels::Behind behind = saved_behind(*context);
    const bool of_x = context->needs_input_grad(0);
    const bool of_parameters = context->needs_input_grad(1) || context->needs_input_grad(2);
    variable_list gradients(4);
    if (at::GradMode::is_enabled()) {  // the gradients are to be differentiated themselves
      if (of_x) gradients[0] = gradient_of_x(gradient, x, weight, bias, slope, behind);
      if (!of_parameters) return gradients;
      const ParameterGradients own =
          gradients_of_parameters_by_operators(gradient, x, weight, bias, behind);
      gradients[1] = own.weight;
      gradients[2] = own.bias;
      return gradients;
    }
    const kernels::ConvolutionGradients own = kernels::convolve_back(
        x.transpose(1, 2), weight, slope, gradient.transpose(1, 2), behind, of_x, of_parameters);
    if (of_x) gradients[0] = own.x.transpose(1, 2);
    gradients[1] = own.weight;
    gradients[2] = own.bias;
    return gradients;
  }
};

}  // namespace

at::Tensor convolution(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                       const kernels::Behind& behind) {
  return ConvolutionFunction::apply(x, weight, bias, behind);
}

}  // namespace facet
