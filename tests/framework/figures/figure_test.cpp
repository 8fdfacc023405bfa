#include "framework/figures/figure.h"

#include <gmock/gmock.h>

#include "framework/figures/some_figures.h"

namespace facet {
namespace {

TEST(FigurePath, ReadsAsOneLine) {
  EXPECT_EQ(to_string(FigurePath{"decoding", {"facet", FeatureRange{0, 4}}, {"decoder", "knn"}}),
            "decoding 0:4 knn");
  EXPECT_EQ(to_string(FigurePath{{"objective", 1}, "value"}), "objective 1 value");
  EXPECT_EQ(to_string(PathStep("objective", 1)), "1");
}

TEST(Figures, AreFoundByTheirPath) {
  EXPECT_EQ(find_value(some_figures(), "decoding 0:4 position r2"), 0.5);
  EXPECT_EQ(find_value(some_figures(), "decoding 0:4 position"), std::nullopt);
}

TEST(Figures, MayStandUnderALongerPath) {
  const Figures moved = under({"run", {"seed", 3}}, some_figures());
  EXPECT_EQ(find_value(moved, "run seed 3 total loss"), 1.5);
  EXPECT_EQ(moved[0].unit, "nats");
  EXPECT_EQ(moved.size(), some_figures().size());
}

TEST(Figures, AreAskedForByTheStepsThatTheyBeginWith) {
  EXPECT_EQ(within(some_figures(), "decoding").size(), 3U);
  EXPECT_EQ(within(some_figures(), "agreement").size(), 4U) << "not agreement_mean";
  EXPECT_THAT(steps_at(within(some_figures(), "decoding"), 1), testing::ElementsAre("0:4", "4:8"));
}

}  // namespace
}  // namespace facet
