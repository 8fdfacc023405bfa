#include "core/models/layers/convolution.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <gtest/gtest.h>
#include <torch/csrc/autograd/autograd.h>

#include <functional>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "facet/random.h"

namespace facet {
namespace {

struct Sizes {
  std::int64_t windows, length, in, out, kernel;
  bool gelu = false;
  std::optional<std::int64_t> crop = {};
};

// One long pass, single windows, windows that become one bin, and what fills no vector.
const std::vector<Sizes> all_sizes = {{1, 1000, 120, 32, 2},
                                      {1, 63, 32, 6, 3},
                                      {1, 64, 5, 7, 3},
                                      {1, 5, 3, 1, 1},
                                      {200, 10, 12, 32, 2},
                                      {50, 3, 32, 32, 3},
                                      {7, 4, 33, 17, 4},
                                      {300, 1, 4, 6, 1},
                                      {2, 130, 1, 70, 9},
                                      {1, 1000, 12, 32, 2, true},
                                      {200, 10, 12, 32, 2, true},
                                      {3, 7, 5, 3, 4, true},
                                      {1, 1000, 32, 32, 3, true, 1},
                                      {1, 98, 32, 32, 3, true, 1},
                                      {50, 5, 32, 32, 3, true, 1},
                                      {2, 300, 7, 7, 5, true, 2},
                                      {130, 3, 17, 17, 3, true, 1}};

at::Tensor normal(at::IntArrayRef sizes) {
  static at::Generator generator = Random(1).generator();
  return at::randn(sizes, generator);
}

/// The channels beside each other, as windows are gathered.
at::Tensor windows_of(const Sizes& sizes) {
  return normal({sizes.windows, sizes.length, sizes.in}).transpose(1, 2);
}

torch::nn::Conv1dOptions options_of(const Sizes& sizes) {
  return {sizes.in, sizes.out, sizes.kernel};
}

Convolution layer_of(const Sizes& sizes) {
  return Convolution(options_of(sizes));
}

using Forward = std::function<at::Tensor(const at::Tensor&)>;

/// What is to be tested, with the parameters of `exact`.
Forward own_layer(const Sizes& sizes, const torch::nn::Conv1dImpl& exact) {
  const auto take_parameters = [&](torch::nn::Conv1dImpl& layer) {
    layer.weight = exact.weight;
    layer.bias = exact.bias;
  };
  if (!sizes.gelu) {
    Convolution layer(options_of(sizes));
    take_parameters(*layer);
    return [layer](const at::Tensor& x) mutable { return layer->forward(x); };
  }
  ConvolutionGelu layer(options_of(sizes));
  take_parameters(*layer);
  if (!sizes.crop) return [layer](const at::Tensor& x) mutable { return layer->forward(x); };
  return [layer, crop = *sizes.crop](const at::Tensor& x) mutable {
    return layer->forward_with_shortcut(x, crop);
  };
}

/// The same of libtorch's operators.
Forward right_layer(const Sizes& sizes, torch::nn::Conv1d layer) {
  return [=](const at::Tensor& x) mutable {
    const at::Tensor convolved = layer->forward(x);
    const at::Tensor y = sizes.gelu ? at::gelu(convolved) : convolved;
    return sizes.crop ? y + x.slice(2, *sizes.crop, -*sizes.crop) : y;
  };
}

torch::nn::Conv1d in_double(const torch::nn::Conv1d& layer, const Sizes& sizes) {
  torch::nn::Conv1d exact(options_of(sizes));
  exact->to(at::kDouble);
  exact->weight.set_data(layer->weight.detach().to(at::kDouble));
  exact->bias.set_data(layer->bias.detach().to(at::kDouble));
  return exact;
}

std::string describe(const Sizes& sizes) {
  std::ostringstream text;
  text << sizes.windows << " x " << sizes.length << ", " << sizes.in << " to " << sizes.out
       << ", kernel " << sizes.kernel << (sizes.gelu ? ", GELU" : "")
       << (sizes.crop ? ", shortcut" : "");
  return text.str();
}

void expect_close(const std::vector<at::Tensor>& own, const std::vector<at::Tensor>& right,
                  double tolerance) {
  ASSERT_EQ(own.size(), right.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    ASSERT_EQ(own[i].sizes(), right[i].sizes());
    const double largest = right[i].abs().max().item<double>();
    EXPECT_LT((own[i] - right[i]).abs().max().item<double>(), tolerance * largest) << i;
  }
}

/// y and the gradients of sum(y * direction) with respect to x, weight and bias.
std::vector<at::Tensor> results(const Forward& layer, const torch::nn::Conv1dImpl& parameters,
                                const at::Tensor& x, const at::Tensor& direction) {
  const at::Tensor y = layer(x);
  std::vector<at::Tensor> all = {y};
  for (const at::Tensor& gradient :
       torch::autograd::grad({(y * direction).sum()}, {x, parameters.weight, parameters.bias}))
    all.push_back(gradient);
  return all;
}

TEST(ConvolutionLayer, IsThatOfLibtorchInDoublePrecision) {
  for (const Sizes& sizes : all_sizes) {
    SCOPED_TRACE(describe(sizes));
    torch::nn::Conv1d layer(options_of(sizes));
    const torch::nn::Conv1d exact = in_double(layer, sizes);
    const at::Tensor x = windows_of(sizes).requires_grad_();
    const at::Tensor x_exact = x.detach().to(at::kDouble).requires_grad_();
    const at::Tensor direction =
        normal({sizes.windows, sizes.out, sizes.length - sizes.kernel + 1});
    expect_close(results(own_layer(sizes, *layer), *layer, x, direction),
                 results(right_layer(sizes, exact), *exact, x_exact, direction.to(at::kDouble)),
                 3e-6);
  }
}

/// What a JacobianReg asks for: the gradients of the squared gradient with respect to x.
std::vector<at::Tensor> second_results(const Forward& layer,
                                       const torch::nn::Conv1dImpl& parameters, const at::Tensor& x,
                                       const at::Tensor& direction) {
  const at::Tensor first = torch::autograd::grad({layer(x)}, {x}, {direction}, true,
                                                 /*create_graph=*/true)[0];
  std::vector<at::Tensor> all = {first};
  for (const at::Tensor& gradient :
       torch::autograd::grad({first.square().sum()}, {x, parameters.weight, parameters.bias}, {},
                             {}, false, /*allow_unused=*/true))
    if (gradient.defined()) all.push_back(gradient);
  return all;
}

TEST(ConvolutionLayer, CanBeDifferentiatedTwice) {
  for (const Sizes& sizes : all_sizes) {
    if (!sizes.gelu) continue;  // without, the gradient does not depend on x
    SCOPED_TRACE(describe(sizes));
    torch::nn::Conv1d layer(options_of(sizes));
    const torch::nn::Conv1d exact = in_double(layer, sizes);
    const at::Tensor x = windows_of(sizes).requires_grad_();
    const at::Tensor x_exact = x.detach().to(at::kDouble).requires_grad_();
    const at::Tensor direction =
        normal({sizes.windows, sizes.out, sizes.length - sizes.kernel + 1});
    expect_close(
        second_results(own_layer(sizes, *layer), *layer, x, direction),
        second_results(right_layer(sizes, exact), *exact, x_exact, direction.to(at::kDouble)),
        5e-6);
  }
}

TEST(ConvolutionLayer, CanBeDifferentiatedTwiceByItsParametersAlone) {
  const Sizes sizes{4, 9, 3, 5, 3, true};
  torch::nn::Conv1d layer(options_of(sizes));
  const at::Tensor x = windows_of(sizes);
  const auto second = [&](const Forward& forward) {
    const at::Tensor first = torch::autograd::grad({forward(x).square().sum()}, {layer->weight}, {},
                                                   true, /*create_graph=*/true)[0];
    return torch::autograd::grad({first.square().sum()}, {layer->weight, layer->bias});
  };
  expect_close(second(own_layer(sizes, *layer)), second(right_layer(sizes, layer)), 1e-5);
}

TEST(ConvolutionLayer, TakesWindowsOfAnyStride) {
  Convolution layer = layer_of({5, 20, 6, 4, 3});
  const at::Tensor wide = normal({5, 12, 40});
  const at::Tensor x = wide.slice(1, 0, 12, 2).slice(2, 1, 40, 2);
  EXPECT_TRUE(at::allclose(layer->forward(x), layer->forward(x.contiguous())));
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
