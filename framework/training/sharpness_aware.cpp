#include "framework/training/sharpness_aware.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include "framework/training/gradients.h"

namespace facet {

void sharpen_gradients(const std::vector<at::Tensor>& parameters,
                       const std::function<void()>& compute_gradients, double rho) {
  const double norm = gradient_norm(parameters);
  if (norm == 0) return;
  std::vector<at::Tensor> before;
  {
    const at::NoGradGuard no_grad;
    for (const at::Tensor& parameter : parameters) {
      before.push_back(parameter.detach().clone());
      if (parameter.grad().defined()) parameter.add_(parameter.grad(), rho / norm);
    }
  }
  compute_gradients();
  const at::NoGradGuard no_grad;
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i].copy_(before[i]);
}

}  // namespace facet
