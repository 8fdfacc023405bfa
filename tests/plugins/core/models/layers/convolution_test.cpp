#include "core/models/layers/convolution.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <gtest/gtest.h>
#include <torch/csrc/autograd/autograd.h>

#include <functional>
#include <set>
#include <vector>

#include "facet/random.h"

namespace facet {
namespace {

struct Sizes {
  std::int64_t windows, length, in, out, kernel;
};

// One long pass, single windows, windows that become one bin, and what fills no vector.
const std::vector<Sizes> all_sizes = {
    {1, 1000, 120, 32, 2}, {1, 63, 32, 6, 3},    {1, 64, 5, 7, 3},
    {1, 5, 3, 1, 1},       {200, 10, 12, 32, 2}, {50, 3, 32, 32, 3},
    {7, 4, 33, 17, 4},     {300, 1, 4, 6, 1},    {2, 130, 1, 70, 9}};

at::Tensor normal(at::IntArrayRef sizes) {
  static at::Generator generator = Random(1).generator();
  return at::randn(sizes, generator);
}

/// The channels beside each other, as windows are gathered.
at::Tensor windows_of(const Sizes& sizes) {
  return normal({sizes.windows, sizes.length, sizes.in}).transpose(1, 2);
}

Convolution layer_of(const Sizes& sizes) {
  return Convolution(torch::nn::Conv1dOptions(sizes.in, sizes.out, sizes.kernel));
}

/// y and the gradients of sum(y * direction) with respect to x, weight and bias.
std::vector<at::Tensor> results(const std::function<at::Tensor(const at::Tensor&)>& convolve,
                                const at::Tensor& x, const torch::nn::Conv1dImpl& layer,
                                const at::Tensor& direction) {
  const at::Tensor y = convolve(x);
  std::vector<at::Tensor> all = {y};
  for (const at::Tensor& gradient :
       torch::autograd::grad({(y * direction).sum()}, {x, layer.weight, layer.bias}))
    all.push_back(gradient);
  return all;
}

TEST(ConvolutionLayer, IsThatOfLibtorchInDoublePrecision) {
  for (const Sizes& sizes : all_sizes) {
    SCOPED_TRACE(testing::Message() << sizes.windows << " x " << sizes.length << ", " << sizes.in
                                    << " to " << sizes.out << ", kernel " << sizes.kernel);
    Convolution layer = layer_of(sizes);
    const at::Tensor x = windows_of(sizes).requires_grad_();
    const at::Tensor direction =
        normal({sizes.windows, sizes.out, sizes.length - sizes.kernel + 1});
    const auto own =
        results([&](const at::Tensor& in) { return layer->forward(in); }, x, *layer, direction);

    torch::nn::Conv1d exact(torch::nn::Conv1dOptions(sizes.in, sizes.out, sizes.kernel));
    exact->to(at::kDouble);
    exact->weight.set_data(layer->weight.detach().to(at::kDouble));
    exact->bias.set_data(layer->bias.detach().to(at::kDouble));
    const at::Tensor x_exact = x.detach().to(at::kDouble).requires_grad_();
    const auto right = results([&](const at::Tensor& in) { return exact->forward(in); }, x_exact,
                               *exact, direction.to(at::kDouble));
    for (std::size_t i = 0; i < own.size(); ++i) {
      ASSERT_EQ(own[i].sizes(), right[i].sizes());
      const double largest = right[i].abs().max().item<double>();
      EXPECT_LT((own[i] - right[i]).abs().max().item<double>(), 3e-6 * largest) << i;
    }
  }
}

TEST(ConvolutionLayer, TakesWindowsOfAnyStride) {
  Convolution layer = layer_of({5, 20, 6, 4, 3});
  const at::Tensor wide = normal({5, 12, 40});
  const at::Tensor x = wide.slice(1, 0, 12, 2).slice(2, 1, 40, 2);
  EXPECT_TRUE(at::allclose(layer->forward(x), layer->forward(x.contiguous())));
}

// What a JacobianReg does: the gradient of a function of the gradient.
TEST(ConvolutionLayer, CanBeDifferentiatedTwice) {
  const Sizes sizes{4, 9, 3, 5, 3};
  Convolution layer = layer_of(sizes);
  const auto second = [&](const std::function<at::Tensor(const at::Tensor&)>& convolve) {
    const at::Tensor x = at::linspace(-1, 1, 4 * 3 * 9).view({4, 3, 9}).requires_grad_();
    const at::Tensor first = torch::autograd::grad({convolve(x).pow(3).sum()}, {x}, {}, true,
                                                   /*create_graph=*/true)[0];
    return torch::autograd::grad({first.square().sum()}, {layer->weight})[0];
  };
  const at::Tensor own = second([&](const at::Tensor& x) { return layer->forward(x); });
  const at::Tensor right =
      second([&](const at::Tensor& x) { return layer->Conv1dImpl::forward(x); });
  EXPECT_TRUE(at::allclose(own, right, 1e-4, 1e-4));
}

TEST(ConvolutionLayer, HasTheSameGradientsForAnyNumberOfThreads) {
  const int threads = at::get_num_threads();
  for (const Sizes& sizes : {Sizes{1, 1000, 12, 32, 3}, {300, 10, 12, 32, 2}}) {
    Convolution layer = layer_of(sizes);
    const at::Tensor x = windows_of(sizes);
    std::set<std::vector<float>> found;
    for (const int number : {1, 2, 3}) {
      at::set_num_threads(number);
      const at::Tensor gradient =
          torch::autograd::grad({layer->forward(x).square().sum()}, {layer->weight})[0]
              .contiguous();
      found.emplace(gradient.data_ptr<float>(), gradient.data_ptr<float>() + gradient.numel());
    }
    EXPECT_EQ(found.size(), 1U);
  }
  at::set_num_threads(threads);
}

TEST(ConvolutionLayer, LeavesFrozenParametersAlone) {
  Convolution layer = layer_of({3, 9, 3, 5, 3});
  layer->weight.set_requires_grad(false);
  layer->bias.set_requires_grad(false);
  const at::Tensor x = windows_of({3, 9, 3, 5, 3}).requires_grad_();
  layer->forward(x).sum().backward();
  EXPECT_FALSE(layer->weight.grad().defined());
  EXPECT_TRUE(x.grad().defined());
}

}  // namespace
}  // namespace facet
