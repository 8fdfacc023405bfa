#include "framework/training/gradients.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>

namespace facet {

namespace {

bool can_be_read_in_place(const at::Tensor& gradient) {
  return gradient.is_cpu() && gradient.is_contiguous() && gradient.scalar_type() == at::kFloat;
}

/// Squares of floats do not overflow here.
double sum_of_squares(const at::Tensor& gradient) {
  constexpr std::int64_t at_once = 8;  // sums side by side, as the compiler needs them to be fast
  double sums[at_once] = {};
  const float* const values = gradient.data_ptr<float>();
  const std::int64_t count = gradient.numel(), whole = count / at_once * at_once;
  for (std::int64_t i = 0; i < whole; i += at_once)
    for (std::int64_t k = 0; k < at_once; ++k) {
      const double value = values[i + k];
      sums[k] += value * value;
    }
  double sum = 0;
  for (const double part : sums) sum += part;
  for (std::int64_t i = whole; i < count; ++i) sum += static_cast<double>(values[i]) * values[i];
  return sum;
}

}  // namespace

at::Tensor gradient_norm(const std::vector<at::Tensor>& parameters) {
  const at::NoGradGuard no_grad;
  std::vector<at::Tensor> flat;
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined()) flat.push_back(parameter.grad().flatten());
  if (!std::ranges::all_of(flat, can_be_read_in_place)) return at::cat(flat).to(at::kDouble).norm();
  double squares = 0;
  for (const at::Tensor& gradient : flat) squares += sum_of_squares(gradient);
  return at::scalar_tensor(std::sqrt(squares), at::kDouble);
}

at::Tensor clip_gradients(const std::vector<at::Tensor>& parameters, double norm) {
  const at::NoGradGuard no_grad;
  const at::Tensor now = gradient_norm(parameters);
  const at::Tensor factor = at::where(now.le(norm), at::ones_like(now), norm / now);
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined()) parameter.mutable_grad().mul_(factor);
  return now;
}

}  // namespace facet
