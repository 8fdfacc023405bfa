#include <gtest/gtest.h>

#include "facet/learning_rate.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

constexpr LearningRate::Arguments of_nine_steps{.num_steps = 9};

double factor(const std::string& name, const Table& options, std::int64_t step) {
  return make<LearningRate>(name, options, of_nine_steps)->factor(step);
}

TEST(ConstantLearningRate, IsTheSameAtEveryStep) {
  EXPECT_EQ(factor("constant", {}, 8), 1);
  EXPECT_EQ(factor("constant", {{"factor", 0.5}}, 0), 0.5);
}

TEST(StepLearningRate, IsMultipliedEverySoManySteps) {
  const Table options{{"every", 3}, {"factor", 0.5}};
  EXPECT_EQ(factor("step", options, 0), 1);
  EXPECT_EQ(factor("step", options, 2), 1);
  EXPECT_EQ(factor("step", options, 3), 0.5);
  EXPECT_EQ(factor("step", options, 6), 0.25);
}

TEST(CosineLearningRate, GoesFromAllToItsEnd) {
  EXPECT_NEAR(factor("cosine", {}, 0), 1, 1e-12);
  EXPECT_NEAR(factor("cosine", {}, 2), 0.8535533905932737, 1e-12);  // (1 + sqrt(1/2)) / 2
  EXPECT_NEAR(factor("cosine", {}, 4), 0.5, 1e-12);
  EXPECT_NEAR(factor("cosine", {}, 8), 0, 1e-12);
  EXPECT_NEAR(factor("cosine", {{"end", 0.2}}, 4), 0.6, 1e-12);
  EXPECT_NEAR(factor("cosine", {{"end", 0.2}}, 8), 0.2, 1e-12);
}

TEST(CosineLearningRate, OfOneStepIsAll) {
  EXPECT_EQ(make<LearningRate>("cosine", {}, {.num_steps = 1})->factor(0), 1);
}

TEST(WarmUpLearningRate, RisesToAll) {
  const Table options{{"steps", 4}};
  EXPECT_EQ(factor("warm-up", options, 0), 0.25);
  EXPECT_EQ(factor("warm-up", options, 2), 0.75);
  EXPECT_EQ(factor("warm-up", options, 3), 1);
  EXPECT_EQ(factor("warm-up", options, 8), 1);
  EXPECT_EQ(factor("warm-up", {{"steps", 4}, {"start", 0.5}}, 0), 0.625);
}

TEST(EveryLearningRate, IsNeverNegative) {
  for (const std::string& name : built_components("learning_rate")) {
    Table options;
    for (const char* steps : {"every", "steps"})
      for (const OptionInfo& option : built_plugins().find("learning_rate", name).options)
        if (option.name == steps) options.set(steps, 2);
    for (std::int64_t step = 0; step < 9; ++step) EXPECT_GE(factor(name, options, step), 0) << name;
  }
}

}  // namespace
}  // namespace facet
