#include "convolution_gradient.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>

#include "../../kernels/gelu.h"
#include "convolution_by_operators.h"
#include "saved_behind.h"

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor rows(const at::Tensor& x) {
  return x.transpose(1, 2).contiguous();
}

/// For the gradient dx of x, from dy, with the convolution c = W x + b, where W^T stands for the
/// convolution back:
///
///     dx = W^T (dy f'(c)) + dy padded
///
/// the gradients of sum(direction * dx), B x C x T, with respect to dy, x, W and b.
variable_list second_gradients(const at::Tensor& gradient, const at::Tensor& x,
                               const at::Tensor& weight, const at::Tensor& bias,
                               const at::Tensor& slope, const kernels::Behind& behind,
                               const at::Tensor& direction, bool of_x) {
  const at::Tensor dy = rows(gradient), along = rows(direction);
  variable_list gradients(4);
  at::Tensor of_dy = kernels::convolve(along, weight, {}, {}, false).value;
  gradients[2] = kernels::convolve_back(along, weight, slope, dy, {}, false, true).weight;
  if (behind.gelu) {
    const at::Tensor convolved = kernels::convolve(rows(x), weight, bias, {}, false).value;
    const kernels::GeluSlopeGradients own = kernels::gelu_slope_back(convolved, dy, of_dy);
    of_dy = own.gradient;
    const kernels::ConvolutionGradients more =
        kernels::convolve_back(rows(x), weight, {}, own.x, {}, of_x, true);
    if (of_x) gradients[1] = more.x.transpose(1, 2);
    gradients[2] += more.weight;
    gradients[3] = more.bias;
  }
  if (behind.crop) of_dy += along.slice(1, *behind.crop, -*behind.crop);
  gradients[0] = of_dy.transpose(1, 2);
  return gradients;
}

/// Of the forward pass, what is no input to be differentiated by.
struct Given {
  kernels::Behind behind;
  at::Tensor slope;
};

struct GradientOfX : torch::autograd::Function<GradientOfX> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static at::Tensor forward(AutogradContext* context, const at::Tensor& gradient,
                            const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                            const Given& given) {
    context->save_for_backward({gradient, x, weight, bias, given.slope});
    save_behind(*context, given.behind);
    return kernels::convolve_back(rows(x), weight, given.slope, rows(gradient), given.behind, true,
                                  false)
        .x.transpose(1, 2);
  }

  static variable_list backward(AutogradContext* context, const variable_list& outputs) {
    const variable_list saved = context->get_saved_variables();
    const kernels::Behind behind = saved_behind(*context);
    const bool of_x = context->needs_input_grad(1);
    variable_list gradients;
    if (at::GradMode::is_enabled()) {
      const variable_list inputs = {saved[0], saved[1], saved[2], saved[3]};
      const at::Tensor dx =
          gradient_of_x_by_operators(saved[0], saved[1], saved[2], saved[3], behind);
      gradients = torch::autograd::grad({dx}, inputs, {outputs[0]}, true, /*create_graph=*/true,
                                        /*allow_unused=*/true);
    } else {
      gradients = second_gradients(saved[0], saved[1], saved[2], saved[3], saved[4], behind,
                                   outputs[0], of_x);
    }
    gradients.resize(5);
    return gradients;
  }
};

}  // namespace

at::Tensor gradient_of_x(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                         const at::Tensor& bias, const at::Tensor& slope,
                         const kernels::Behind& behind) {
  return GradientOfX::apply(gradient, x, weight, bias, Given{behind, slope});
}

}  // namespace facet
