// The example in C, which a C compiler built without libtorch and the sdk.
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <torch/csrc/autograd/autograd.h>

#include <thread>

#include "facet/criterion.h"
#include "facet/distribution.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "message_of.h"
#include "plugins/finite_differences.h"

namespace facet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Registry& c_lab() {
  static const std::unique_ptr<Registry> registry = open_registry({PLUGINS "/c_lab"});
  return *registry;
}

std::shared_ptr<ContrastiveCriterion> hinge(double margin) {
  return c_lab().create<ContrastiveCriterion>({"SquaredHinge", {{"margin", margin}}});
}

at::Tensor column(std::vector<double> values, at::ScalarType type = at::kFloat) {
  return at::tensor(values).view({-1, 1}).to(type);
}

TEST(CLab, IsListedAsAnyOtherPlugin) {
  const PluginInfo& plugin = c_lab().plugin_of("criterion", "SquaredHinge");
  EXPECT_EQ(plugin.name, "c_lab");
  EXPECT_EQ(plugin.version, "1.0.0");
  const ComponentInfo& component = c_lab().find("criterion", "c_lab/SquaredHinge");
  EXPECT_EQ(component.form, "contrastive");
  EXPECT_EQ(component.documentation.source, "Hadsell, Chopra, LeCun (2006)");
  EXPECT_EQ(component.options.at(0).default_value.number(), 1.0);
  EXPECT_TRUE(c_lab().find("distribution", "same_value").options.at(0).required);
}

TEST(CLab, OptionsAreHeldAgainstTheirBounds) {
  EXPECT_EQ(message_of([] { hinge(0); }), "margin must be > 0, got 0.0");
  EXPECT_THAT(message_of([] {
                c_lab().create<ContrastiveCriterion>({"SquaredHinge", {{"margins", 1.0}}});
              }),
              HasSubstr("did you mean 'margin'?"));
}

TEST(CLab, SquaredHingeAsWorkedOutByHand) {
  // 1 to the positive; 1 and 3 to the negatives, of which one is nearer than 2, by 1.
  const at::Tensor reference = column({0.0}).set_requires_grad(true);
  const at::Tensor positive = column({1.0}).set_requires_grad(true);
  const at::Tensor negative = column({-1.0, 3.0}).set_requires_grad(true);
  const ContrastiveLoss loss = hinge(2.0)->forward(reference, positive, negative);
  EXPECT_EQ(loss.total.item<double>(), 1.5);
  EXPECT_EQ(loss.alignment.item<double>(), 1.0);
  EXPECT_EQ(loss.uniformity.item<double>(), 0.5);
  EXPECT_EQ(loss.total.scalar_type(), at::kFloat);
  (3 * loss.total).backward();
  // d/dr |r - p|^2 = -2; d/dr of (2 - |r - n|)^2 / 2 with n on the left: -1. All three times.
  EXPECT_TRUE(reference.grad().equal(column({-9.0})));
  EXPECT_TRUE(positive.grad().equal(column({6.0})));
  EXPECT_TRUE(negative.grad().equal(column({3.0, 0.0})));
}

TEST(CLab, GradientsAgreeWithFiniteDifferences) {
  at::Generator generator = Random(1).generator();
  const auto leaf = [&](std::int64_t rows) {
    return at::randn({rows, 3}, generator, at::kDouble).set_requires_grad(true);
  };
  const at::Tensor reference = leaf(4), positive = leaf(4), negative = leaf(6);
  const auto criterion = hinge(3.0);
  for (const at::Tensor& one : {reference, positive, negative})
    EXPECT_LT(gradient_error(
                  one, [&] { return criterion->forward(reference, positive, negative).total; }),
              1e-7);
}

TEST(CLab, SamplesNeedNotBeContiguous) {
  at::Generator generator = Random(2).generator();
  const at::Tensor rows = at::randn({5, 4}, generator), columns = rows.t().contiguous().t();
  const auto criterion = hinge(1.0);
  EXPECT_EQ(criterion->forward(columns, columns.flip(0), columns).total.item<float>(),
            criterion->forward(rows, rows.flip(0), rows).total.item<float>());
}

TEST(CLab, NothingIsRecordedWhereNobodyAsksForGradients) {
  const at::NoGradGuard no_gradient;
  const at::Tensor one = column({1.0}).set_requires_grad(true);
  EXPECT_FALSE(hinge(1.0)->forward(one, one, one).total.requires_grad());
}

TEST(CLab, SecondDerivativesAreRefusedWhenTheyAreAskedFor) {
  const at::Tensor reference = column({0.5}).set_requires_grad(true);
  const at::Tensor other = column({0.0});
  const at::Tensor total = hinge(1.0)->forward(reference, other, other).total;
  const at::Tensor first = torch::autograd::grad({total}, {reference}, {}, /*retain_graph=*/true,
                                                 /*create_graph=*/true)[0];
  std::string message;
  try {
    first.sum().backward();
  } catch (const std::exception& error) {
    message = error.what();
  }
  EXPECT_THAT(message, HasSubstr("a criterion of the C interface has no second derivatives"));
}

TEST(CLab, OtherDevicesThanTheCpuAreRefused) {
  const at::Tensor elsewhere = at::empty({2, 3}, at::kMeta);
  EXPECT_EQ(message_of([&] { hinge(1.0)->forward(elsewhere, elsewhere, elsewhere); }),
            "works on the CPU alone, as all of the C interface, but its samples are on meta: train "
            "with device = \"cpu\"");
}

TEST(CLab, WhatThePluginRefusesIsTold) {
  const at::Tensor one = column({1.0});
  EXPECT_EQ(message_of([&] { hinge(1.0)->forward(one, one, one.narrow(0, 0, 0)); }),
            "needs a negative");
}

/// Twelve bins of three classes, of which the last two may not be drawn.
SamplingSpace space_of_classes() {
  const at::Tensor classes = at::tensor({0, 1, 0, 2, 2, 0, 1, 1, 2, 0, 1, 2}, at::kLong);
  SamplingSpace space;
  space.labels =
      Labels(12, {{"class", LabelKind::discrete, classes},
                  {"speed", LabelKind::continuous, classes.to(at::kDouble).view({12, 1})}});
  space.segments = {{0, 5, 0}, {5, 10, 0}};
  space.bins = Bins(space.segments);
  return space;
}

std::shared_ptr<Distribution> same_value(const std::string& label) {
  return c_lab().create<Distribution>({"same_value", {{"label", label}}}, space_of_classes());
}

TEST(CLab, SameValueDrawsEachBinOfTheClassEquallyOften) {
  const auto distribution = same_value("class");
  EXPECT_EQ(distribution->references().size(), 10);
  Random random(0);
  std::map<std::int64_t, int> counts;
  for (const std::int64_t bin : distribution->sample(std::vector<std::int64_t>(30000, 7), random))
    ++counts[bin];
  // The bins of class 1 that may be drawn: probability 1/3, standard deviation 82.
  const auto about_10000 = testing::AllOf(testing::Gt(9600), testing::Lt(10400));
  EXPECT_THAT(counts, ElementsAre(testing::Pair(1, about_10000), testing::Pair(6, about_10000),
                                  testing::Pair(7, about_10000)));
}

TEST(CLab, LabelsThatCannotServeAreRefused) {
  EXPECT_THAT(message_of([] { same_value("speed"); }), HasSubstr("the label must be discrete"));
  EXPECT_THAT(message_of([] { same_value("clas"); }), HasSubstr("class"));
}

TEST(CLab, SamplingInSeveralThreadsGivesWhatOneThreadGives) {
  const auto distribution = same_value("class");
  const std::vector<std::int64_t> references(5000, 3);
  const auto draw = [&](std::uint64_t seed) {
    Random random(seed);
    return distribution->sample(references, random);
  };
  std::vector<std::vector<std::int64_t>> in_threads(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < in_threads.size(); ++i)
    threads.emplace_back([&, i] { in_threads[i] = draw(i); });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < in_threads.size(); ++i) EXPECT_EQ(in_threads[i], draw(i));
  EXPECT_NE(in_threads[0], in_threads[1]);
}

}  // namespace
}  // namespace facet
