#include <gtest/gtest.h>

#include "facet/scheduler.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

using Weights = std::vector<double>;

constexpr Scheduler::Arguments two{.num_objectives = 2};

Table ramp(int on, int off) {
  return {{"step_to_switch_on_reg", on},
          {"step_to_switch_off_reg", off},
          {"start_weight", 0.25},
          {"end_weight", 1.0}};
}

TEST(ConstantWeight, IsTheSameAtEveryStep) {
  const auto scheduler =
      make<Scheduler>("constant-weight", {{"initial_weights", Value::List{1.0, 0.5}}}, two);
  EXPECT_EQ(scheduler->weights(0), Weights({1.0, 0.5}));
  EXPECT_EQ(scheduler->weights(100000), Weights({1.0, 0.5}));
}

TEST(ConstantWeight, OfAnEmptyListIsSwitchedOff) {
  const auto scheduler =
      make<Scheduler>("constant-weight", {{"initial_weights", Value::List{}}}, two);
  EXPECT_EQ(scheduler->weights(0), std::nullopt);
}

TEST(ConstantWeight, NeedsOneForEachObjective) {
  const auto with_three = [] {
    make<Scheduler>("constant-weight", {{"initial_weights", Value::List{1.0, 1.0, 1.0}}}, two);
  };
  EXPECT_EQ(
      error_of(with_three),
      "scheduler 'constant-weight' cannot be used: initial_weights has 3 weights, but there are 2 "
      "objectives");
}

TEST(LinearScheduler, GoesFromTheStartToTheEndAndIsThenOff) {
  const auto scheduler = make<Scheduler>("linear-scheduler", ramp(10, 14), two);
  EXPECT_EQ(scheduler->weights(9), std::nullopt);
  EXPECT_EQ(scheduler->weights(10), Weights({0.25, 0.25}));
  EXPECT_EQ(scheduler->weights(12), Weights({0.625, 0.625}));
  EXPECT_EQ(scheduler->weights(14), Weights({1.0, 1.0}));
  EXPECT_EQ(scheduler->weights(15), std::nullopt);
}

TEST(LinearScheduler, KeepsTheLastWeightOnRequest) {
  Table options = ramp(10, 14);
  options.set("stay_constant_after_switch_off", true);
  EXPECT_EQ(make<Scheduler>("linear-scheduler", options, two)->weights(15), Weights({1.0, 1.0}));
}

TEST(LinearScheduler, HasToEndAfterItBegins) {
  EXPECT_EQ(error_of([] { make<Scheduler>("linear-scheduler", ramp(10, 10), two); }),
            "step_to_switch_off_reg must be later than step_to_switch_on_reg (10), got 10");
}

TEST(LinearScheduler, RefusesANumberOfSplitsThatIsNotThatOfObjectives) {
  Table options = ramp(0, 5);
  options.set("n_splits", 3);
  EXPECT_EQ(
      error_of([&] { make<Scheduler>("linear-scheduler", options, two); }),
      "scheduler 'linear-scheduler' cannot be used: n_splits is 3, but there are 2 objectives");
}

TEST(LinearRampUp, KeepsTheLastWeight) {
  const auto scheduler = make<Scheduler>("linear-ramp-up", ramp(0, 4), two);
  EXPECT_EQ(scheduler->weights(0), Weights({0.25, 0.25}));
  EXPECT_EQ(scheduler->weights(4), Weights({1.0, 1.0}));
  EXPECT_EQ(scheduler->weights(1000), Weights({1.0, 1.0}));
}

}  // namespace
}  // namespace facet
