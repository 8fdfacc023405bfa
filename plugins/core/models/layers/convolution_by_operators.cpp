#include "convolution_by_operators.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/conv1d.h>
#include <ATen/ops/convolution_backward.h>

#include "functions.h"

namespace facet {

namespace {

/// That of the convolution's own result.
at::Tensor convolved_gradient(const at::Tensor& gradient, const at::Tensor& x,
                              const at::Tensor& weight, const at::Tensor& bias,
                              const kernels::Behind& behind) {
  if (!behind.gelu) return gradient;
  return differentiable_gelu_gradient(gradient, at::conv1d(x, weight, bias));
}

}  // namespace

at::Tensor gradient_of_x_by_operators(const at::Tensor& gradient, const at::Tensor& x,
                                      const at::Tensor& weight, const at::Tensor& bias,
                                      const kernels::Behind& behind) {
  const std::int64_t pad = weight.size(2) - 1;
  const at::Tensor padded =
      at::constant_pad_nd(convolved_gradient(gradient, x, weight, bias, behind), {pad, pad});
  const at::Tensor of_x = at::conv1d(padded, weight.flip({2}).transpose(0, 1));
  return behind.crop ? of_x + at::constant_pad_nd(gradient, {*behind.crop, *behind.crop}) : of_x;
}

ParameterGradients gradients_of_parameters_by_operators(const at::Tensor& gradient,
                                                        const at::Tensor& x,
                                                        const at::Tensor& weight,
                                                        const at::Tensor& bias,
                                                        const kernels::Behind& behind) {
  const auto [of_x, of_weight, of_bias] = at::convolution_backward(
      convolved_gradient(gradient, x, weight, bias, behind), x, weight,
      at::IntArrayRef(weight.size(0)), 1, 0, 1, /*transposed=*/false, 0, 1, {false, true, true});
  return {of_weight, of_bias};
}

}  // namespace facet
