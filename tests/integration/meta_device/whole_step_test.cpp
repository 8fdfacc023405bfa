// A whole training on libtorch's meta device, which has no values: nothing within a step reads one,
// and so nothing waits for a device; nor is a tensor of the CPU mixed with one of the device. Every
// component that a plugin registers is tested here by being registered.
#include <ATen/Functions.h>
#include <gmock/gmock.h>
#include <torch/csrc/jit/api/module.h>

#include <algorithm>

#include "integration/meta_device/meta_training.h"
#include "plugins/built_plugins.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using meta_device::reason_against;

void expect_reads_none(const WaveRun& config) {
  EXPECT_EQ(reason_against(config), "");
}

const auto reads_a_value = testing::AnyOf(testing::HasSubstr("reads values of a tensor"),
                                          testing::HasSubstr("Cannot copy out of meta tensor"));

TEST(WholeStep, ReadsNoValueWithAnyModel) {
  const auto models = complete_components("model");
  ASSERT_GE(models.size(), 100U);
  for (const std::string& name : models) {
    SCOPED_TRACE(name);
    expect_reads_none({.model = "name = \"" + name + "\"\nnum_output = 3"});
  }
}

TEST(WholeStep, ReadsNoValueWithAModelFromAFile) {
  const TemporaryFolder folder;
  torch::jit::Module script("Encoder");
  script.register_parameter("weight", at::ones({5, 3}).set_requires_grad(true), false);
  script.define("def forward(self, x):\n  return torch.mm(torch.sum(x, 2), self.weight)\n");
  script.save(folder.path() + "/encoder.pt");
  expect_reads_none(
      {.model = "name = \"torchscript\"\npath = \"" + folder.path() + "/encoder.pt\""});
}

TEST(WholeStep, ReadsNoValueWithAnyCriterion) {
  const auto criterions = built_components("criterion");
  ASSERT_GE(criterions.size(), 28U);
  for (const std::string& name : criterions) {
    SCOPED_TRACE(name);
    const std::string objective = objective_with(name);
    ASSERT_FALSE(objective.empty()) << "takes no label";
    // Its predictions are probabilities, which no encoder gives: told before the first step.
    if (name == "torch_nn/nn.BCELoss")
      EXPECT_THAT(reason_against({.objective = objective}),
                  testing::HasSubstr("the first batch cannot be trained on"));
    else
      expect_reads_none({.objective = objective});
  }
}

TEST(WholeStep, ReadsNoValueWithAnyRegularizer) {
  const auto regularizers = complete_components("regularizer");
  ASSERT_FALSE(regularizers.empty());
  for (const std::string& name : regularizers) {
    SCOPED_TRACE(name);
    expect_reads_none(
        {.training = named("regularizer", name,
                           ", weight = { name = \"constant-weight\", initial_weights = "
                           "[0.1] }")});
  }
}

const std::vector<std::string> optimizers_that_search_a_line = {"core/LBFGS"};

TEST(WholeStep, ReadsNoValueWithAnyOptimizer) {
  const auto optimizers = complete_components("optimizer");
  ASSERT_GE(optimizers.size(), 6U);
  for (const std::string& name : optimizers) {
    SCOPED_TRACE(name);
    const WaveRun config{.training = named("optimizer", name)};
    if (std::find(optimizers_that_search_a_line.begin(), optimizers_that_search_a_line.end(),
                  name) == optimizers_that_search_a_line.end())
      expect_reads_none(config);
    else
      EXPECT_THAT(reason_against(config), reads_a_value);
  }
}

TEST(WholeStep, ReadsNoValueWithAnyMask) {
  const auto masks = complete_components("mask");
  ASSERT_GE(masks.size(), 4U);
  for (const std::string& name : masks) {
    SCOPED_TRACE(name);
    expect_reads_none({.data = "masks = [{ name = \"" + name + "\" }]"});
  }
}

TEST(WholeStep, ReadsNoValueWithAnyLearningRate) {
  for (const std::string& name : complete_components("learning_rate")) {
    SCOPED_TRACE(name);
    expect_reads_none({.training = "learning_rate = [{ name = \"" + name + "\" }]"});
  }
}

TEST(WholeStep, ReadsNoValueWhateverTheEngineAdds) {
  expect_reads_none(
      {.training = "sam = true\ngradient_clip = 0.1\nbatches_per_step = 2\n" +
                   named("loss_weight", "constant-weight", ", initial_weights = [0.5]")});
  expect_reads_none({.model = "name = \"offset10-model-mse\"\nnum_output = 3\nrenormalize = true"});
}

TEST(WholeStep, ReadsNoValueOfSeveralSessions) {
  expect_reads_none({.num_sessions = 2});
  expect_reads_none({.objective = objective_with("InfoNCE"),
                     .training = "solver = \"unified\"\nalign_by = \"number\"",
                     .num_sessions = 2});
}

/// The held-out loss decides whether it goes on.
TEST(WholeStep, IsFollowedByReadingWhereTrainingMayStopEarly) {
  EXPECT_THAT(reason_against({.training = "patience = 2", .data = "validation = 0.2"}),
              reads_a_value);
}

}  // namespace
}  // namespace facet
