#include "framework/training/gradients.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

namespace facet {

double gradient_norm(const std::vector<at::Tensor>& parameters) {
  std::vector<at::Tensor> squares;  // one transfer from the device, not one a parameter
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined())
      squares.push_back(parameter.grad().to(at::kDouble).square().sum());
  return squares.empty() ? 0.0 : std::sqrt(at::stack(squares).sum().item<double>());
}

void clip_gradients(const std::vector<at::Tensor>& parameters, double norm) {
  const double now = gradient_norm(parameters);
  if (now <= norm) return;
  const at::NoGradGuard no_grad;
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined()) parameter.mutable_grad().mul_(norm / now);
}

}  // namespace facet
