#include "framework/metrics/consistency.h"

#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "framework/metrics/metrics_data.h"
#include "message_of.h"

namespace facet {
namespace {

const at::Tensor one = doubles({0, 1, 1, 3, 2, 2, 4, 0, 5, 5, 7, 1}, 2);
const at::Tensor other = doubles({1, 0, 2, 1, 2, 5, 0, 3, 4, 4, 3, 1}, 2);

// scikit-learn's LinearRegression().fit(x, y).score(x, y), both ways.
TEST(Consistency, IsTheR2OfALinearMapFromOneToTheOther) {
  EXPECT_TRUE(at::allclose(consistency({one, other}),
                           doubles({1, 0.49237825664759, 0.450879067634564, 1}, 2), 0, 1e-12));
}

TEST(Consistency, OfALinearlyMappedEmbeddingIsOne) {
  const at::Tensor mapped = at::mm(one, doubles({1, 2, 0, 3, -1, 1}, 3)) + 4;
  EXPECT_TRUE(at::allclose(consistency({one, mapped}), doubles({1, 1, 1, 1}, 2), 0, 1e-12));
}

TEST(Consistency, LeavesOutRowsThatAreNotFiniteEverywhere) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto with_row = [&](const at::Tensor& x, double value) {
    return at::cat({doubles({value, 0}, 2), x});
  };
  EXPECT_TRUE(at::allclose(consistency({with_row(one, nan), with_row(other, 100)}),
                           consistency({one, other})));
}

TEST(Consistency, NeedsRowsInCommon) {
  EXPECT_EQ(message_of([] {
              consistency({one, other.narrow(0, 0, 4)});
            }),
            "embeddings with 6 and 4 rows have no rows in common: compare them where a label is "
            "alike (--label "
            "NAME)");
}

// Edges 0, 1, 2, 3: bins 1 to 3 hold the labels in [0, 1), [1, 2) and [2, 3).
TEST(AlignByLabel, AveragesBinsAndBringsThemToUnitLength) {
  const auto aligned = align_by_label({doubles({3, 4, 0, 2, 0, 6, 5, 0, 9, 9}, 2)},
                                      {doubles({0, 1, 1.5, 2, 3}, 5)[0]}, 4);
  EXPECT_TRUE(at::allclose(aligned.at(0), doubles({0.6, 0.8, 0, 1, 1, 0}, 2)));
}

// No label in bin 2 of 0, 1, 2, 3: the mean of bins 1 and 3.
TEST(AlignByLabel, TakesTheNeighboursOfAnEmptyBin) {
  const auto aligned =
      align_by_label({doubles({2, 0, 0, 2, 9, 9}, 2)}, {doubles({0, 2, 3}, 3)[0]}, 4);
  const double half = std::sqrt(0.5);
  EXPECT_TRUE(at::allclose(aligned.at(0), doubles({1, 0, half, half, 0, 1}, 2)));
}

// Classes 2 and 7 are in both; the row of class 5 and its embedding stand in neither result.
TEST(AlignByLabel, OfClassesHasARowForEachThatAllHave) {
  const at::Tensor few = at::tensor({7, 2, 7, 5}, at::kLong),
                   others = at::tensor({2, 7}, at::kLong);
  const auto aligned = align_by_label(
      {doubles({3, 0, 0, 2, 3, 8, 9, 9}, 2), doubles({0, 5, 4, 0}, 2)}, {few, others}, 100);
  EXPECT_TRUE(at::allclose(aligned.at(0), doubles({0, 1, 0.6, 0.8}, 2)));
  EXPECT_TRUE(at::allclose(aligned.at(1), doubles({0, 1, 1, 0}, 2)));
}

TEST(AlignByLabel, NeedsClassesInCommon) {
  EXPECT_EQ(message_of([] {
              align_by_label({one, one}, {at::zeros({6}, at::kLong), at::arange(6, at::kLong)}, 50);
            }),
            "the labels have 1 classes in common, and at least 2 are compared");
}

// Class 1, the label's 'right', has no row that is finite.
TEST(AlignByLabel, CallsAClassByItsText) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<at::Tensor> labels = {at::tensor({0, 1, 0}, at::kLong)};
  const at::Tensor embedding = doubles({1, 0, nan, 1, 1, 0}, 2);
  Label side;
  EXPECT_EQ(message_of([&] { align_by_label({embedding}, labels, 100, side); }),
            "class 1 of the label has no bin with a full window");
  side.classes = {"left", "right"};
  EXPECT_EQ(message_of([&] { align_by_label({embedding}, labels, 100, side); }),
            "class 'right' of the label has no bin with a full window");
}

TEST(AlignByLabel, TakesMoreClassesThanBinsAsNumbers) {
  const at::Tensor steps = at::arange(6, at::kLong);
  EXPECT_FALSE(common_classes({steps, steps}, 4).defined());
  EXPECT_FALSE(common_classes({steps, steps + 4}, 8).defined()) << "ten in all, two in common";
  EXPECT_EQ(align_by_label({one}, {steps}, 4).at(0).size(0), 3);
}

TEST(AlignByLabel, SpansTheLabelsOfAllEmbeddings) {
  EXPECT_EQ(message_of([] {
              align_by_label({one, one},
                             {range(0, 6).to(at::kDouble), range(100, 106).to(at::kDouble)}, 50);
            }),
            "no sample has its label in or near bin 6 of 50: use fewer bins (--num-bins)");
}

}  // namespace
}  // namespace facet
