#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/abs.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

#include "facet/model.h"
#include "facet/random.h"
#include "plugins/built_plugins.h"
#include "plugins/core/models/sized_models.h"

namespace facet {
namespace {

constexpr std::int64_t num_neurons = 6;

at::Tensor signals(std::int64_t rows, std::int64_t bins) {
  return at::randn({rows, num_neurons, bins}, Random(1).generator(), at::kFloat);
}

double largest_difference(const at::Tensor& a, const at::Tensor& b) {
  return (a - b).abs().max().item<double>();
}

/// All models, as they are evaluated.
std::vector<SizedModel> all_models() {
  std::vector<SizedModel> models = sized_models(num_neurons, 4);
  for (const SizedModel& sized : models) sized.model->eval();
  return models;
}

TEST(ModelForward, GivesOneRowAWindow) {
  const at::NoGradGuard no_gradient;
  for (const auto& [name, model] : all_models()) {
    SCOPED_TRACE(name);
    const at::Tensor output = model->forward(signals(2, model->offset().size()));
    EXPECT_EQ(output.sizes().vec(), (std::vector<std::int64_t>{2, model->num_output()}));
  }
}

TEST(ModelForward, OverALongWindowEqualsThatOfTheShortOnesInIt) {
  const at::NoGradGuard no_gradient;
  std::size_t convolutional = 0;
  for (const auto& [name, model] : all_models()) {
    if (!model->convolutional()) continue;
    SCOPED_TRACE(name);
    ++convolutional;
    const std::int64_t window = model->offset().size();
    const at::Tensor x = signals(2, window + 12);
    const at::Tensor dense = model->forward(x);
    ASSERT_EQ(dense.sizes().vec(), (std::vector<std::int64_t>{2, 4, 13}));
    for (std::int64_t t = 0; t < 13; ++t)
      EXPECT_LT(largest_difference(dense.select(2, t), model->forward(x.slice(2, t, t + window))),
                1e-5);
  }
  EXPECT_GE(convolutional, 11U);
}

TEST(ModelForward, OfNormalizedModelsHasUnitLength) {
  const at::NoGradGuard no_gradient;
  std::size_t normalized = 0;
  for (const auto& [name, model] : all_models()) {
    if (!model->normalized()) continue;
    SCOPED_TRACE(name);
    ++normalized;
    const at::Tensor length =
        at::linalg_vector_norm(model->forward(signals(8, model->offset().size())), 2, {1});
    EXPECT_LT(largest_difference(length, at::ones_like(length)), 1e-6);
  }
  EXPECT_GE(normalized, 20U);
}

TEST(ModelForward, LetsAGradientReachEveryParameterAndTheSignals) {
  for (const auto& [name, model] : sized_models(num_neurons, 4)) {
    SCOPED_TRACE(name);
    const at::Tensor x = signals(32, model->offset().size()).set_requires_grad(true);
    const at::Tensor output = model->forward(x);
    (output * at::randn(output.sizes(), Random(3).generator())).sum().backward();
    EXPECT_GT(x.grad().abs().sum().item<double>(), 0);
    for (const auto& parameter : model->named_parameters()) {
      const at::Tensor gradient = parameter.value().grad();
      ASSERT_TRUE(gradient.defined()) << parameter.key();
      EXPECT_TRUE(at::isfinite(gradient).all().item<bool>()) << parameter.key();
      EXPECT_GT(gradient.abs().sum().item<double>(), 0) << parameter.key();
    }
  }
}

TEST(ModelForward, LeavesAZeroVectorZeroAndItsGradientFinite) {
  const auto model = make<Model>("offset10-model", {}, {num_neurons});
  {
    const at::NoGradGuard no_gradient;
    for (at::Tensor& parameter : model->parameters()) parameter.zero_();
  }
  const at::Tensor x = signals(3, 10).set_requires_grad(true);
  const at::Tensor output = model->forward(x);
  EXPECT_EQ(output.abs().max().item<double>(), 0.0);
  output.sum().backward();
  for (const at::Tensor& parameter : model->parameters())
    EXPECT_TRUE(at::isfinite(parameter.grad()).all().item<bool>());
}

TEST(ModelForward, OfTheClippedStaysWithinTheBoundsOfItsName) {
  const at::NoGradGuard no_gradient;
  const auto model = make<Model>("offset1-model-mse-clip-1-10", {}, {num_neurons});
  const at::Tensor output = model->forward(signals(500, 1) * 1e4);
  EXPECT_EQ(output.min().item<double>(), -1.0);
  EXPECT_EQ(output.max().item<double>(), 10.0);
}

TEST(ModelForward, IsBoundedWhereTheNameSaysTanh) {
  const at::NoGradGuard no_gradient;
  for (const std::string name :
       {"offset1-model-mse-tanh", "offset10-model-mse-tanh", "offset1-model-mse-v2-2layers-tanh",
        "offset1-model-mse-resnet-2layers-tanh"}) {
    const auto model = make<Model>(name, {}, {num_neurons});
    const at::Tensor output = model->forward(signals(100, model->offset().size()) * 1e4);
    EXPECT_LE(output.abs().max().item<double>(), 1.0) << name;
    EXPECT_GT(output.abs().max().item<double>(), 0.9) << name;
  }
}

TEST(ModelForward, IsNormalizedOnRequest) {
  const auto model = make<Model>("offset1-model-mse", {{"normalize", true}}, {num_neurons});
  EXPECT_TRUE(model->normalized());
  EXPECT_FALSE(make<Model>("offset10-model", {{"normalize", false}}, {num_neurons})->normalized());
}

}  // namespace
}  // namespace facet
