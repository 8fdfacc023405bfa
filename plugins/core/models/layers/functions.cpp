#include "functions.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/clamp.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/gelu_backward.h>
#include <ATen/ops/tanh.h>
#include <torch/csrc/autograd/custom_function.h>

#include "../../kernels/gelu.h"
#include "facet/unit_length.h"

namespace facet {

namespace {

struct GeluFunction : torch::autograd::Function<GeluFunction> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x) {
    const kernels::Gelu gelu = kernels::gelu(x, x.requires_grad());
    context->save_for_backward({x, gelu.slope});
    return gelu.value;
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                 const torch::autograd::variable_list& outputs) {
    const torch::autograd::variable_list saved = context->get_saved_variables();
    if (at::GradMode::is_enabled()) return {differentiable_gelu_gradient(outputs[0], saved[0])};
    return {outputs[0] * saved[1]};
  }
};

}  // namespace

at::Tensor differentiable_gelu_gradient(const at::Tensor& gradient, const at::Tensor& x) {
  // In libtorch 1.13 it is wrong where the strides of both differ.
  return at::gelu_backward(gradient.contiguous(), x.contiguous());
}

at::Tensor gelu_of(const at::Tensor& x) {
  return kernels::has_gelu(x) ? GeluFunction::apply(x) : at::gelu(x);
}

FunctionLayer gelu() {
  return FunctionLayer(Layer{.kind = LayerKind::gelu},
                       [](const Layer&, const at::Tensor& x) { return gelu_of(x); });
}

FunctionLayer tanh() {
  return FunctionLayer(Layer{.kind = LayerKind::tanh},
                       [](const Layer&, const at::Tensor& x) { return at::tanh(x); });
}

FunctionLayer flatten() {
  return FunctionLayer(Layer{.kind = LayerKind::flatten},
                       [](const Layer&, const at::Tensor& x) { return at::flatten(x, 1); });
}

FunctionLayer norm() {
  return FunctionLayer(Layer{.kind = LayerKind::unit_length},
                       [](const Layer&, const at::Tensor& x) { return unit_length(x, 1); });
}

FunctionLayer squeeze() {
  return FunctionLayer(Layer{.kind = LayerKind::squeeze}, [](const Layer&, const at::Tensor& x) {
    return x.dim() == 3 && x.size(2) == 1 ? x.squeeze(2) : x;
  });
}

FunctionLayer clamp(double lowest, double highest) {
  return FunctionLayer(Layer{.kind = LayerKind::clip, .lowest = lowest, .highest = highest},
                       [](const Layer& layer, const at::Tensor& x) {
                         return at::clamp(x, layer.lowest, layer.highest);
                       });
}

}  // namespace facet
