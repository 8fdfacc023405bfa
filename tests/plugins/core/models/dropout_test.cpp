#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include "../plugins/core/models/layers/channel_dropout.h"
#include "facet/model.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

at::Tensor normal_windows() {
  return at::randn({5, 3, 36}, Random(1).generator());
}

at::Tensor output_at(Model& model, std::uint64_t step) {
  model.set_random(Random(0, "model", step));
  return model.forward(normal_windows());
}

std::shared_ptr<Model> dropout_model(const std::string& name, Table settings = {}) {
  return make<Model>(name, std::move(settings), {.num_neurons = 3});
}

TEST(Dropout, IsTheSameForTheSameStepAndAnotherForTheNext) {
  const at::NoGradGuard no_gradient;
  for (const std::string name : {"offset36-model-dropout", "offset36-model-more-dropout"}) {
    SCOPED_TRACE(name);
    const auto model = dropout_model(name);
    const at::Tensor first = output_at(*model, 7);
    EXPECT_FALSE(at::equal(output_at(*model, 8), first));
    EXPECT_TRUE(at::equal(output_at(*model, 7), first));
  }
}

TEST(Dropout, DoesNotDependOnTheNumberOfThreads) {
  const at::NoGradGuard no_gradient;
  const auto model = dropout_model("offset36-model-more-dropout", {{"dropout", 0.5}});
  const int threads = at::get_num_threads();
  const at::Tensor with_one = output_at(*model, 0);
  at::set_num_threads(4);
  const at::Tensor with_four = output_at(*model, 0);
  at::set_num_threads(threads);
  EXPECT_LT((with_one - with_four).abs().max().item<double>(), 1e-5);
}

TEST(Dropout, IsAnotherInEveryPassOfAStep) {
  const at::NoGradGuard no_gradient;
  const auto model = dropout_model("offset36-model-dropout");
  const at::Tensor first = output_at(*model, 0);
  EXPECT_FALSE(at::equal(model->forward(normal_windows()), first));
}

TEST(Dropout, IsOffInEvaluation) {
  const at::NoGradGuard no_gradient;
  const auto model = dropout_model("offset36-model-dropout");
  EXPECT_TRUE(model->draws());
  model->eval();
  EXPECT_FALSE(model->draws());
  const at::Tensor first = output_at(*model, 0);
  EXPECT_TRUE(at::equal(output_at(*model, 1), first));
  EXPECT_FALSE(dropout_model("offset36-model")->draws());
}

TEST(Dropout, OfProbabilityZeroChangesNothing) {
  const at::NoGradGuard no_gradient;
  const auto model = dropout_model("offset36-model-more-dropout", {{"dropout", 0.0}});
  const at::Tensor in_training = output_at(*model, 0);
  model->eval();
  EXPECT_TRUE(at::equal(model->forward(normal_windows()), in_training));
}

TEST(Dropout, DropsWholeChannelsAndKeepsTheMean) {
  ChannelDropout dropout(0.1);
  dropout->draw_from(Random(3));
  const at::Tensor x = at::ones({4000, 5, 3});
  const at::Tensor y = dropout->forward(x);
  for (const std::int64_t bin : {1, 2}) EXPECT_TRUE(at::equal(y.select(2, bin), y.select(2, 0)));
  const at::Tensor dropped = y.select(2, 0).eq(0);
  EXPECT_NEAR(y.max().item<double>(), 1 / 0.9, 1e-6);
  EXPECT_TRUE((dropped | y.select(2, 0).eq(y.max())).all().item<bool>());
  // Five standard errors of 20000 draws.
  EXPECT_NEAR(dropped.to(at::kDouble).mean().item<double>(), 0.1, 0.0106);
}

}  // namespace
}  // namespace facet
