#include "framework/training/gradients.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

namespace facet {

at::Tensor gradient_norm(const std::vector<at::Tensor>& parameters) {
  std::vector<at::Tensor> squares;
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined())
      squares.push_back(parameter.grad().to(at::kDouble).square().sum());
  return squares.empty() ? at::zeros({}, at::kDouble) : at::stack(squares).sum().sqrt();
}

at::Tensor clip_gradients(const std::vector<at::Tensor>& parameters, double norm) {
  const at::NoGradGuard no_grad;
  const at::Tensor now = gradient_norm(parameters);
  const at::Tensor factor = at::where(now.le(norm), at::ones_like(now), norm / now);
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined()) parameter.mutable_grad().mul_(factor);
  return now;
}

void sum_gradients(const std::vector<at::Tensor>& parameters, Ranks& ranks) {
  if (!ranks.several()) return;
  const at::NoGradGuard no_grad;
  std::vector<at::Tensor> flat;
  for (const at::Tensor& parameter : parameters) {
    at::Tensor& gradient = parameter.mutable_grad();
    if (!gradient.defined()) gradient = at::zeros_like(parameter);  // what other ranks may have
    flat.push_back(gradient.flatten());
  }
  at::Tensor all = at::cat(flat);
  ranks.sum(all);
  std::int64_t begin = 0;
  for (const at::Tensor& parameter : parameters) {
    parameter.mutable_grad().copy_(all.narrow(0, begin, parameter.numel()).view_as(parameter));
    begin += parameter.numel();
  }
}

}  // namespace facet
