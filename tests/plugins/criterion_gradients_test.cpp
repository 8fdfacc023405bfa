// Every criterion that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

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
  ASSERT_GE(criterions("contrastive").size(), 8U);
  for (const std::string& name : criterions("contrastive")) {
    SCOPED_TRACE(name);
    const auto criterion = std::dynamic_pointer_cast<ContrastiveCriterion>(make<Criterion>(name));
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

/// Predictions and targets between 0 and 1, which every loss takes; d of both.
TEST(CriterionGradients, OfSupervisedOnesAgreeWithFiniteDifferences) {
  at::Generator generator = Random(2).generator();
  const auto between = [&] { return at::rand({5, 3}, generator, at::kDouble) * 0.8 + 0.1; };
  ASSERT_GE(criterions("supervised").size(), 3U);
  for (const std::string& name : criterions("supervised")) {
    SCOPED_TRACE(name);
    const auto criterion = std::dynamic_pointer_cast<SupervisedCriterion>(make<Criterion>(name));
    std::vector<at::Tensor> targets;
    if (criterion->accepts(LabelKind::continuous)) targets.push_back(between());
    if (criterion->accepts(LabelKind::discrete))
      targets.push_back(at::randint(0, 3, {5}, generator, at::kLong));
    ASSERT_FALSE(targets.empty());

    const at::Tensor prediction = between().set_requires_grad(true);
    const std::vector<at::Tensor> others(criterion->other_labels().size(), between());
    std::vector<at::Tensor> leaves = parameters(*criterion);
    leaves.push_back(prediction);
    for (const at::Tensor& target : targets)
      for (const at::Tensor& one : leaves)
        EXPECT_LT(gradient_error(one,
                                 [&] {
                                   return criterion->forward(prediction, {target, others});
                                 }),
                  tolerance);
  }
}

}  // namespace
}  // namespace facet
