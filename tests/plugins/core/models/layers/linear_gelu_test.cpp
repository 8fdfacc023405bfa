#include "core/models/layers/linear_gelu.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>
#include <torch/csrc/autograd/autograd.h>

namespace facet {
namespace {

/// y and the gradients of sum(y^2) with respect to x, weight and bias.
template <class Forward>
std::vector<at::Tensor> results(const Forward& forward, const at::Tensor& x,
                                const at::Tensor& weight, const at::Tensor& bias) {
  const at::Tensor y = forward(x);
  std::vector<at::Tensor> all = {y};
  for (const at::Tensor& own : torch::autograd::grad({y.square().sum()}, {x, weight, bias}))
    all.push_back(own);
  return all;
}

TEST(LinearGeluLayer, IsThatOfLibtorchInDoublePrecision) {
  for (const std::int64_t rows : {1, 5, 97, 400}) {
    LinearGelu layer(torch::nn::LinearOptions(33, 17));
    const at::Tensor x = at::linspace(-2, 2, rows * 33).view({rows, 33}).requires_grad_();
    const auto own = results([&](const at::Tensor& in) { return layer->forward(in); }, x,
                             layer->weight, layer->bias);
    const auto exact = [](const at::Tensor& tensor) {
      return tensor.detach().to(at::kDouble).requires_grad_();
    };
    const at::Tensor weight = exact(layer->weight), bias = exact(layer->bias);
    const auto right =
        results([&](const at::Tensor& in) { return at::gelu(at::linear(in, weight, bias)); },
                exact(x), weight, bias);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const double largest = right[i].abs().max().item<double>();
      EXPECT_LT((own[i] - right[i]).abs().max().item<double>(), 3e-6 * largest) << rows << ' ' << i;
    }
  }
}

TEST(LinearGeluLayer, TakesBatchesOfAnyShape) {
  LinearGelu layer(torch::nn::LinearOptions(4, 3));
  EXPECT_EQ(layer->forward(at::ones({2, 5, 4})).sizes(), at::IntArrayRef({2, 5, 3}));
  EXPECT_EQ(layer->forward(at::ones({0, 4})).sizes(), at::IntArrayRef({0, 3}));
}

}  // namespace
}  // namespace facet
