#include "facet/labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "message_of.h"

namespace facet {
namespace {

at::Tensor doubles(std::vector<double> values, std::int64_t columns) {
  return at::tensor(values, at::kDouble).view({-1, columns});
}
at::Tensor integers(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}

Labels some_labels() {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  return Labels(4,
                {{"position", LabelKind::continuous, doubles({0, 10, 1, 10, 2, 10, 5, 10}, 2)},
                 {"angle", LabelKind::continuous, doubles({0, M_PI / 2, M_PI, 0}, 1)},
                 {"gap", LabelKind::continuous, doubles({0, 1, nan, 3}, 1)},
                 {"trial", LabelKind::discrete, integers({7, 7, -1, 7})}},
                {{"map", "has 6 rows, the recording has 4 bins"}});
}

LabelChoice choose(LabelTerm term) {
  LabelChoice choice;
  choice.terms = {std::move(term)};
  return choice;
}

TEST(Labels, AreFoundByName) {
  const Labels labels = some_labels();
  EXPECT_EQ(labels.num_bins(), 4);
  EXPECT_EQ(labels.find("trial").kind, LabelKind::discrete);
  EXPECT_TRUE(labels.contains("angle"));
  EXPECT_FALSE(labels.contains("map"));
  EXPECT_TRUE(labels.discrete("trial").equal(integers({7, 7, -1, 7})));
}

TEST(Labels, SayWhatThereIsWhenOneIsMissing) {
  EXPECT_EQ(message_of([] { some_labels().find("speed"); }),
            "there is no label 'speed'; the recording has 'position', 'angle', 'gap', 'trial'; no "
            "labels are: 'map' has 6 rows, the recording has 4 bins");
  EXPECT_EQ(message_of([] { Labels(4, {}).find("speed"); }),
            "there is no label 'speed'; the recording has none");
}

TEST(Labels, SayWhatWasLeftOutAndCountTheRest) {
  const std::vector<UnusableLabel> left_out(7, {"x", "holds text"});
  EXPECT_EQ(message_of([&] { Labels(4, {}, left_out).find("speed"); }),
            "there is no label 'speed'; the recording has none; no labels are: 'x' holds text; 'x' "
            "holds text; 'x' holds text; 'x' holds text; 'x' holds text; 2 more");
}

TEST(Labels, SayWhyAnArrayIsNone) {
  EXPECT_EQ(message_of([] { some_labels().continuous("map"); }),
            "label 'map' has 6 rows, the recording has 4 bins");
}

TEST(Labels, AreJoinedAndWeighted) {
  LabelChoice choice("position");
  choice.terms.push_back({"angle", 2});
  const at::Tensor joined = some_labels().continuous(choice);
  EXPECT_TRUE(joined.equal(doubles({0, 10, 0, 1, 10, M_PI, 2, 10, 2 * M_PI, 5, 10, 0}, 3)));
}

TEST(Labels, AreScaledToTheirRange) {
  const at::Tensor scaled = some_labels().continuous(choose({"position", 1, "range"}));
  EXPECT_TRUE(at::allclose(scaled, doubles({0, 0, .2, 0, .4, 0, 1, 0}, 2)))
      << "a constant column becomes 0";
}

// Mean 2, variance (4 + 1 + 0 + 9) / 4 = 3.5.
TEST(Labels, AreScaledToZScores) {
  const at::Tensor scaled = some_labels().continuous(choose({"position", 3, "zscore"}));
  const double unit = 3 / std::sqrt(3.5);
  EXPECT_TRUE(at::allclose(scaled, doubles({-2 * unit, 0, -unit, 0, 0, 0, 3 * unit, 0}, 2)));
}

// Rows 0 and 2 are 0 and 2: mean 1, standard deviation 1.
TEST(Labels, AreScaledByTheRowsThatAreTrainedOn) {
  const Labels labels = some_labels().scaled_over(Bins({{0, 1}, {2, 3}}));
  EXPECT_TRUE(at::allclose(labels.continuous(choose({"position", 1, "zscore"})),
                           doubles({-1, 0, 0, 0, 1, 0, 4, 0}, 2)));
  EXPECT_TRUE(at::allclose(labels.continuous(choose({"position", 2, "range"})),
                           doubles({0, 0, 1, 0, 2, 0, 5, 0}, 2)));
}

TEST(Labels, AnglesBecomeCosineAndSine) {
  const at::Tensor circle = some_labels().continuous(choose({"angle", 1, "none", true}));
  EXPECT_TRUE(at::allclose(circle, doubles({1, 0, 0, 1, -1, 0, 1, 0}, 2)));
}

TEST(Labels, OfTheOtherKindAreRefused) {
  EXPECT_EQ(message_of([] { some_labels().continuous("trial"); }),
            "label 'trial' is discrete, a continuous one is needed: list it in [data] continuous "
            "to use its numbers as they are");
  EXPECT_EQ(message_of([] { some_labels().discrete("angle"); }),
            "label 'angle' is continuous, a discrete one is needed: list it in [data] discrete if "
            "its values are classes");
}

TEST(Labels, ThatAreNotFiniteAreRefusedWhenUsed) {
  EXPECT_EQ(message_of([] { some_labels().continuous("gap"); }),
            "label 'gap' is not finite (NaN or infinity) in 1 of 4 rows, first in row 2, column 0: "
            "leave these bins out, NaN by data.select = \"gap == gap\", or fill NaN by data.fill");
}

TEST(Labels, SayHowManyAreNotFiniteAndHowToLeaveThemOut) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Labels labels(3, {{"left paw", LabelKind::continuous, doubles({0, nan, 1, 1, nan, 1}, 2)}});
  EXPECT_EQ(message_of([&] { labels.continuous("left paw"); }),
            "label 'left paw' is not finite (NaN or infinity) in 2 of 3 rows, first in row 0, "
            "column 1: leave these bins out, NaN by data.select = \"'left paw'[1] == 'left "
            "paw'[1]\", or fill NaN by data.fill");
}

std::string said_of_value(double value, double weight = 1) {
  const Labels labels(3, {{"x", LabelKind::continuous, doubles({1, 2, 3, value, 5, 6}, 2)}});
  return message_of([&] { labels.continuous(choose({"x", weight})); });
}

// 2^64 is the root of the first power of two that float32 does not hold, 2^128.
TEST(Labels, WhoseSquaresOverflowAreRefusedWhenUsed) {
  EXPECT_EQ(said_of_value(1e200),
            "label 'x' is 1e+200 in row 1, column 1: too large, its square does not fit into a "
            "float32 (up to 1.8e19 does)");
  for (const double value : {-1e155, std::numeric_limits<double>::max(), std::ldexp(1, 64)})
    EXPECT_THAT(said_of_value(value), testing::HasSubstr("too large")) << value;
  EXPECT_THAT(said_of_value(1e10, 1e100), testing::HasSubstr("is 1e+100 in row 0, column 0"));
  EXPECT_EQ(said_of_value(std::ldexp(1, 63)), "");
}

TEST(Labels, MayBeUnknownWhereTheyAreNotUsed) {
  const Labels labels = some_labels().used_in(Bins({{0, 2}, {3, 4}}));
  const at::Tensor gap = labels.continuous("gap");
  EXPECT_TRUE(gap.index_select(0, integers({0, 1, 3})).equal(doubles({0, 1, 3}, 1)));
  // Scales are of the used rows: 0, 1 and 3.
  EXPECT_DOUBLE_EQ(labels.continuous(choose({"gap", 1, "range"}))[1][0].item<double>(), 1 / 3.0);
  EXPECT_EQ(message_of([] {
              some_labels().used_in(Bins({{1, 3}})).continuous("gap");
            }),
            "label 'gap' is not finite (NaN or infinity) in 1 of 4 rows, first in row 2, column 0: "
            "leave these bins out, NaN by data.select = \"gap == gap\", or fill NaN by data.fill");
}

TEST(Labels, AreChosenOneOrMore) {
  EXPECT_EQ(message_of([] { some_labels().continuous({}); }), "no label was chosen");
  EXPECT_EQ(message_of([] { some_labels().discrete({}); }),
            "exactly one discrete label is needed, 0 were chosen");
  LabelChoice two("trial");
  two.terms.push_back({"trial"});
  EXPECT_EQ(message_of([&] { some_labels().discrete(two); }),
            "exactly one discrete label is needed, 2 were chosen");
}

TEST(Labels, MustHaveTheFormOfTheirKind) {
  const auto make = [](LabelKind kind, at::Tensor values) {
    return message_of([&] { Labels(4, {{"x", kind, values}}); });
  };
  EXPECT_EQ(make(LabelKind::continuous, at::zeros({4, 1}, at::kFloat)),
            "the continuous label 'x' must be T x d float64, it is 4 x 1 Float");
  EXPECT_EQ(make(LabelKind::discrete, at::zeros({4, 1}, at::kLong)),
            "the discrete label 'x' must be T int64, it is 4 x 1 Long");
  EXPECT_EQ(make(LabelKind::discrete, at::zeros({3}, at::kLong)),
            "label 'x' has 3 rows, the recording has 4 bins");
}

TEST(Labels, HaveDifferentNames) {
  const Label label{"x", LabelKind::discrete, integers({1, 2})};
  EXPECT_EQ(message_of([&] { Labels(2, {label, label}); }), "there are two labels named 'x'");
}

}  // namespace
}  // namespace facet
