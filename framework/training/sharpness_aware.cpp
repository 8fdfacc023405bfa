#include "framework/training/sharpness_aware.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include "framework/training/gradients.h"

namespace facet {

void sharpen_gradients(const std::vector<at::Tensor>& parameters,
                       const std::function<void()>& compute_gradients, double rho) {
  std::vector<at::Tensor> before;
  {
    const at::NoGradGuard no_grad;
    const at::Tensor norm = gradient_norm(parameters);
    const at::Tensor distance = at::where(norm.gt(0), rho / norm, at::zeros_like(norm));
    for (const at::Tensor& parameter : parameters) {
      before.push_back(parameter.detach().clone());
      const at::Tensor& gradient = parameter.grad();
      if (gradient.defined()) parameter.addcmul_(gradient, distance.to(gradient.scalar_type()));
    }
  }
  compute_gradients();
  const at::NoGradGuard no_grad;
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i].copy_(before[i]);
}

}  // namespace facet
