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

torch::nn::Functional gelu() {
  return torch::nn::Functional([](const at::Tensor& x) { return gelu_of(x); });
}

torch::nn::Functional tanh() {
  return torch::nn::Functional([](const at::Tensor& x) { return at::tanh(x); });
}

torch::nn::Functional flatten() {
  return torch::nn::Functional([](const at::Tensor& x) { return at::flatten(x, 1); });
}

torch::nn::Functional norm() {
  return torch::nn::Functional([](const at::Tensor& x) { return unit_length(x, 1); });
}

torch::nn::Functional squeeze() {
  return torch::nn::Functional(
      [](const at::Tensor& x) { return x.dim() == 3 && x.size(2) == 1 ? x.squeeze(2) : x; });
}

torch::nn::Functional clamp(double lowest, double highest) {
  return torch::nn::Functional([=](const at::Tensor& x) { return at::clamp(x, lowest, highest); });
}

}  // namespace facet
