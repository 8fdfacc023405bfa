#include "functions.h"

#include <ATen/ops/clamp.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/tanh.h>

#include "facet/unit_length.h"

namespace facet {

torch::nn::Functional gelu() {
  return torch::nn::Functional([](const at::Tensor& x) { return at::gelu(x); });
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
