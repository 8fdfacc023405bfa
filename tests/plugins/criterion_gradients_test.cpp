// Every criterion that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include <tuple>

#include "facet/criterion.h"
#include "facet/random.h"
#include "plugins/built_plugins.h"
#include "plugins/finite_differences.h"

namespace facet {
namespace {

constexpr double tolerance = 1e-7;  // of central differences in double precision

std::vector<std::string> criterions(const std::string& form) {
  std::vector<std::string> names;
  for (const std::string& name : built_components("criterion"))
    if (built_plugins().find("criterion", name).form == form) names.push_back(name);
  return names;
}

/// What the criterion trains, in double precision.
std::vector<at::Tensor> parameters(const Criterion& criterion) {
  std::vector<at::Tensor> leaves;
  for (const NamedTensor& state : criterion.state()) {
    if (!state.tensor.requires_grad()) continue;
    state.tensor.set_data(state.tensor.detach().to(at::kDouble));
    leaves.push_back(state.tensor);
  }
  return leaves;
}

TEST(CriterionGradients, OfContrastiveOnesAgreeWithFiniteDifferences) {
  at::Generator generator = Random(1).generator();
  const auto leaf = [&](std::int64_t rows) {
    return at::randn({rows, 3}, generator, at::kDouble).set_requires_grad(true);
  };
  ASSERT_GE(criterions("contrastive").size(), 9U);
  for (const std::string& name : criterions("contrastive")) {
    SCOPED_TRACE(name);
    const auto criterion = make<ContrastiveCriterion>(name);
    const at::Tensor reference = leaf(4), positive = leaf(4), negative = leaf(6);
    std::vector<at::Tensor> leaves = parameters(*criterion);
    leaves.insert(leaves.end(), {reference, positive, negative});
    for (const at::Tensor& one : leaves) {
      const auto loss = [&] { return criterion->forward(reference, positive, negative); };
      EXPECT_LT(gradient_error(one, [&] { return loss().total; }), tolerance);
      EXPECT_LT(gradient_error(one, [&] { return loss().alignment; }), tolerance);
      EXPECT_LT(gradient_error(one, [&] { return loss().uniformity; }), tolerance);
    }
  }
}

/// Numbers, signs, classes and lists of classes, for samples or elements: what labels can be.
std::vector<at::Tensor> possible_targets(at::Generator generator) {
  const at::Tensor number = at::rand({5, 3}, generator, at::kDouble) * 0.8 + 0.1;
  at::Tensor lists = number.argsort(std::int64_t{1}, /*descending=*/false).to(at::kDouble);
  lists.select(1, 2).fill_(-1);
  return {number, (number - 0.5).sign(), (number.narrow(1, 0, 1) - 0.5).sign(), lists,
          at::randint(0, 3, {5}, generator, at::kLong)};
}

bool takes(SupervisedCriterion& criterion, const at::Tensor& prediction, const Targets& targets) {
  const bool continuous = targets.target.is_floating_point();
  if (!criterion.accepts(continuous ? LabelKind::continuous : LabelKind::discrete)) return false;
  try {
    criterion.check(prediction.size(1), targets);
    criterion.forward(prediction, targets);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// Predictions and other labels are between 0 and 1, which every loss takes. Targets are tried in
/// every form.
TEST(CriterionGradients, OfSupervisedOnesAgreeWithFiniteDifferences) {
  at::Generator generator = Random(2).generator();
  const auto leaf = [&] {
    return (at::rand({5, 3}, generator, at::kDouble) * 0.8 + 0.1).set_requires_grad(true);
  };
  const std::vector<at::Tensor> targets = possible_targets(generator);
  ASSERT_GE(criterions("supervised").size(), 19U);
  for (const std::string& name : criterions("supervised")) {
    SCOPED_TRACE(name);
    const auto criterion = make<SupervisedCriterion>(name);
    const at::Tensor prediction = leaf();
    std::vector<at::Tensor> others(criterion->other_labels().size());
    for (at::Tensor& other : others) other = leaf();
    std::vector<at::Tensor> leaves = parameters(*criterion);
    leaves.push_back(prediction);
    leaves.insert(leaves.end(), others.begin(), others.end());

    int taken = 0;
    for (const at::Tensor& target : targets) {
      if (!takes(*criterion, prediction, {target, others})) continue;
      ++taken;
      for (const at::Tensor& one : leaves) {
        const auto loss = [&] { return criterion->forward(prediction, {target, others}); };
        EXPECT_LT(gradient_error(one, loss), tolerance);
      }
    }
    EXPECT_GT(taken, 0);
  }
}

}  // namespace
}  // namespace facet
