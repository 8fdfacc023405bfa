// Keys of an objective that have to fit one another, the model and the solver.
#include <gtest/gtest.h>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

TEST(ConfigSlices, LieWithinTheOutputsAndAreNotEmpty) {
  EXPECT_EQ(mistakes_with("[2, 4]", "[2, 5]"),
            "run.toml:14:9: objective[1].slice must lie within the 4 outputs of the model "
            "(num_output), got [2, 5]");
  EXPECT_EQ(mistakes_with("[2, 4]", "[4, 2]"),
            "run.toml:14:9: objective[1].slice must not be empty, so begin < end, got [4, 2]");
  EXPECT_EQ(mistakes_with("[2, 4]", "[-2, 4]"),
            "run.toml:14:9: objective[1].slice must begin at 0 or later, got [-2, 4]");
  EXPECT_EQ(mistakes_with("[2, 4]", "[2]"),
            "run.toml:14:9: objective[1].slice must be two integers, begin and end, got [2]");
  EXPECT_EQ(mistakes_with("[2, 4]", "[2, \"x\"]"),
            "run.toml:14:13: objective[1].slice[1] must be an integer, got \"x\"");
}

TEST(ConfigSlices, ThatCannotBeRenormalizedAreRefusedWithTheReason) {
  const std::string config =
      changed(short_config, "num_output = 4", "num_output = 4\nrenormalize = true");
  EXPECT_EQ(ConfigFile(config).mistakes(), "");
  EXPECT_EQ(ConfigFile(changed(config, "[2, 4]", "[1, 4]")).mistakes(),
            "run.toml:7:15: model.renormalize is not possible: the slices cannot be renormalized: "
            "0:2 and 1:4 overlap, and neither is the whole embedding");
  EXPECT_EQ(ConfigFile(changed(config, "[2, 4]", "[3, 4]")).mistakes(),
            "run.toml:7:15: model.renormalize is not possible: the slices cannot be renormalized: "
            "there is a gap between 0:2 and 3:4");
}

TEST(ConfigPairs, AContrastiveLossHasADistributionAndNoTarget) {
  EXPECT_EQ(mistakes_with("distribution = { name = \"Shift\", shift = 3 }", "target = \"speed\""),
            "run.toml:8:1: objective[0].distribution is missing: the contrastive loss 'Spread' "
            "needs one\n"
            "run.toml:11:10: objective[0].target does not go with the contrastive loss 'Spread'");
}

TEST(ConfigPairs, ASupervisedLossHasATargetAndNoDistribution) {
  EXPECT_EQ(mistakes_with("target = \"position\"", "distribution = \"Shift\""),
            "run.toml:13:1: objective[1].target is missing: the supervised loss 'Squares' needs "
            "the name of a label\n"
            "run.toml:16:16: objective[1].distribution does not go with the supervised loss "
            "'Squares'");
}

TEST(ConfigPairs, AMisspeltDistributionIsNotAlsoMissing) {
  EXPECT_EQ(mistakes_with("distribution = { name = \"Shift\", shift = 3 }", "distribution = 3"),
            "run.toml:11:16: objective[0].distribution must be the name of a distribution or a "
            "table with `name`, got 3");
}

TEST(ConfigData, OneWayToHoldOutAndOneKindALabel) {
  EXPECT_EQ(mistakes_with("\n\n[model]", "\nvalidation = 0.2\nvalidation_from = 9\n[model]"),
            "run.toml:4:19: data.validation_from cannot be given together with data.validation");
  EXPECT_EQ(mistakes_with("\n\n[model]", "\ntest = 0.2\ntest_from = 9\n[model]"),
            "run.toml:4:13: data.test_from cannot be given together with data.test");
  EXPECT_EQ(mistakes_with("\n\n[model]", "\nvalidation_from = 9\ntest_from = 9\n[model]"),
            "run.toml:4:13: data.test_from must come after data.validation_from");
  EXPECT_EQ(mistakes_with("\n\n[model]", "\nvalidation = 0.5\ntest = 0.5\n[model]"),
            "run.toml:4:8: data.test and data.validation leave nothing to train on: together they "
            "must be less than 1");
  EXPECT_EQ(mistakes_with("\n\n[model]",
                          "\ncontinuous = [\"x\", \"y\"]\ndiscrete = [\"z\", \"y\"]\n[model]"),
            "run.toml:4:18: data.discrete[1] 'y' is also in data.continuous");
  EXPECT_EQ(mistakes_with("\"recording.npz\"", "[]"),
            "run.toml:2:8: data.file must name at least one file");
  EXPECT_EQ(mistakes_with("\"recording.npz\"", "[\"recording.npz\", \"absent.npy\"]"),
            "run.toml:2:26: data.file[1] 'absent.npy' does not exist");
}

TEST(ConfigDevice, IsOneOfFourForms) {
  const ConfigFile file(short_config);
  for (const char* device : {"auto", "cpu", "cuda", "cuda:12"})
    EXPECT_EQ(file.mistakes({std::string("training.device=") + device}), "");
  for (const char* device : {"gpu", "cuda:", "cuda:x", "CPU"})
    EXPECT_EQ(file.mistakes({std::string("training.device=") + device}),
              "--set: training.device must be auto, cpu, cuda or cuda:N, got \"" +
                  std::string(device) + "\"");
}

}  // namespace
}  // namespace facet::toy
