// Every regularizer that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include "facet/random.h"
#include "facet/regularizer.h"
#include "plugins/built_plugins.h"
#include "plugins/finite_differences.h"

namespace facet {
namespace {

/// Of tanh(x W) with respect to W, with the same random numbers each time.
TEST(RegularizerGradients, AgreeWithFiniteDifferences) {
  at::Generator generator = Random(1).generator();
  const at::Tensor weight = at::randn({4, 3}, generator, at::kDouble).set_requires_grad(true);
  const at::Tensor x = at::randn({6, 2, 2}, generator, at::kDouble);
  ASSERT_GE(built_components("regularizer").size(), 1U);
  for (const std::string& name : built_components("regularizer")) {
    SCOPED_TRACE(name);
    const auto regularizer = make<Regularizer>(name);
    const auto penalty = [&] {
      const at::Tensor windows = x.clone().set_requires_grad(true);
      Random random(3);
      return regularizer->penalty(windows, at::mm(windows.flatten(1), weight).tanh(), random);
    };
    EXPECT_GT(penalty().item<double>(), 0);
    EXPECT_LT(gradient_error(weight, penalty), 1e-7);
  }
}

}  // namespace
}  // namespace facet
