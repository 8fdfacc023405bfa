#include "framework/training/sharpness_aware.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

namespace facet {

namespace {

double gradient_norm(const std::vector<at::Tensor>& parameters) {
  double squares = 0;
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined())
      squares += parameter.grad().to(at::kDouble).square().sum().item<double>();
  return std::sqrt(squares);
}

}  // namespace

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
