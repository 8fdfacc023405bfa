#include "framework/cebra/multi_objective_config.h"

#include <gmock/gmock.h>

#include <functional>

#include "facet/warning.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

void push_spread(MultiObjectiveConfig& config, std::int64_t begin, std::int64_t end) {
  config.set_slice(begin, end);
  config.set_loss("Spread", {{"scale", 2.0}});
  config.set_distribution("Shift", {{"shift", 3}});
  config.push();
}

TEST(MultiObjectiveConfig, BecomesCriterionsAndSamples) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  push_spread(config, 0, 2);
  config.set_slice(1, 2);
  config.set_loss("Squares");
  config.set_target("twice");
  config.push();
  config.finalize();

  EXPECT_EQ(config.feature_ranges(), (std::vector<FeatureRange>{{0, 2}, {1, 2}}));
  EXPECT_TRUE(config.criterion()->is_contrastive(0));
  EXPECT_FALSE(config.criterion()->is_contrastive(1));
  const SampleBatch batch = loader->batch(0);
  ASSERT_EQ(batch.objectives.size(), 2u);
  EXPECT_TRUE(batch.objectives[0].positive.equal(batch.objectives[0].reference + 3));
  EXPECT_TRUE(batch.objectives[1].targets.target.equal(
      (2 * batch.objectives[1].reference).to(at::kFloat).view({-1, 1})));
}

TEST(MultiObjectiveConfig, HandsALossTheOtherLabelsThatItNames) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  config.set_slice(0, 1);
  config.set_loss("Squares", {{"weight", "twice"}});
  config.set_target("twice");
  config.push();
  config.finalize();
  const Targets targets = loader->batch(0).objectives.at(0).targets;
  EXPECT_TRUE(targets.others.at(0).equal(targets.target));
}

TEST(MultiObjectiveConfig, RefusesATargetThatTheLossDoesNotTake) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  config.set_slice(0, 1);
  config.set_loss("Squares");
  config.set_target("parity");
  config.push();
  EXPECT_EQ(error_of([&] { config.finalize(); }),
            "objective[0].target is discrete, which 'Squares' does not take: choose another label "
            "or loss, or list the label in [data] continuous or discrete");
}

TEST(MultiObjectiveConfig, SaysWhatIsMissingBeforePush) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  const auto push = [&] { config.push(); };
  EXPECT_EQ(error_of(push), "objective 0 has no slice: call set_slice before push");
  config.set_slice(0, 1);
  EXPECT_EQ(error_of(push), "objective 0 has no loss: call set_loss before push");
  config.set_loss("Spread");
  EXPECT_EQ(error_of(push),
            "objective 0 has neither a distribution nor a target: call set_distribution for a "
            "contrastive loss, set_target for a supervised one, before push");
  config.set_distribution("Shift");
  EXPECT_EQ(error_of(push), "none");
}

TEST(MultiObjectiveConfig, CannotBeFinalizedTwiceOrEmptyOrWithSettingsLeft) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  const auto finalize = [&] { config.finalize(); };
  EXPECT_EQ(error_of(finalize), "there is no objective: call push() for each before finalize()");
  push_spread(config, 0, 1);
  config.set_slice(0, 1);
  EXPECT_EQ(error_of(finalize), "objective 1 was set and never pushed");
  config.set_loss("Spread");
  config.set_distribution("Shift");
  config.push();
  EXPECT_EQ(error_of(finalize), "none");
  EXPECT_EQ(error_of(finalize), "finalize() was called twice");
  EXPECT_EQ(error_of([&] { config.push(); }), "push() was called after finalize()");
}

TEST(MultiObjectiveConfig, WarnsWhenAKeyIsSetTwice) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  std::vector<std::string> told;
  const WarningSink sink([&](const std::string& warning) { told.push_back(warning); });
  config.set_slice(0, 2);
  config.set_slice(0, 1);
  EXPECT_THAT(told, testing::ElementsAre("the slice of objective 0 was set twice: the last one "
                                         "counts (call push() between objectives)"));
  EXPECT_EQ(config.warnings(), told);
}

TEST(MultiObjectiveConfig, ReportsTheMistakesOfAllObjectivesAtOnce) {
  const auto loader = toy::counting_loader();
  MultiObjectiveConfig config(*loader);
  config.set_slice(0, 1);
  config.set_loss("Spread", {{"scale", 0.0}});
  config.set_distribution("Shift", {{"shift", "far"}});
  config.push();
  EXPECT_EQ(error_of([&] { config.finalize(); }),
            "objective[0].loss.scale must be > 0, got 0.0\n"
            "objective[0].distribution.shift must be an integer, got \"far\"");
}

}  // namespace
}  // namespace facet
