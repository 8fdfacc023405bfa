// Kernels that facet_add_plugin compiles for some processors only, in the plugin `dots`.
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "facet/criterion.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "plugins/core/kernels/processor_flags.h"

namespace facet {
namespace {

/// Of 1 * 5 + 2 * 6 and 3 * 7 + 4 * 8 the mean is 35.
ContrastiveLoss loss_of_dots(const at::TensorOptions& options) {
  const auto registry = open_registry({DOTS_FOLDER});
  const auto criterion = registry->create<ContrastiveCriterion>({"dots/Dots", {}}, {});
  const at::Tensor reference = at::tensor({1, 2, 3, 4}, options).view({2, 2});
  const at::Tensor positive = at::tensor({5, 6, 7, 8}, options).view({2, 2});
  return criterion->forward(reference, positive, positive);
}

/// The best of those that Linux says the processor has.
int best_implementation() {
  if (!test::processor_has({"avx2", "fma"})) return 0;
  return test::processor_has({"avx512f", "avx512bw", "avx512dq", "avx512vl"}) ? 512 : 2;
}

TEST(KernelsOfAPlugin, AreChosenByTheProcessor) {
  const ContrastiveLoss loss = loss_of_dots(at::kFloat);
  EXPECT_EQ(loss.alignment.item<double>(), -35);
  EXPECT_EQ(loss.uniformity.item<double>(), best_implementation());
}

TEST(KernelsOfAPlugin, GiveWayToThePlainOneForOtherTypes) {
  const ContrastiveLoss loss = loss_of_dots(at::kDouble);
  EXPECT_EQ(loss.alignment.item<double>(), -35);
  EXPECT_EQ(loss.uniformity.item<double>(), 0);
}

}  // namespace
}  // namespace facet
