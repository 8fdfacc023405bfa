#include "framework/attribution/attribution_scores.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

const at::Tensor map = at::tensor({0.1, 0.4, 0.35, 0.8, 0.4, 0.2}, at::kDouble).view({2, 3});
const at::Tensor connected = at::tensor({0, 0, 1, 1, 1, 0}, at::kByte).view({2, 3});

// scikit-learn's roc_auc_score; one pair ties.
TEST(Auroc, IsTheProbabilityOfTheConnectedEntryBeingLarger) {
  EXPECT_NEAR(auroc(map, connected), 0.8333333333333334, 1e-12);
  EXPECT_NEAR(auroc(-map, connected), 1 - 0.8333333333333334, 1e-12);
}

TEST(Auroc, OfAMapThatIsAllAlikeIsChance) {
  EXPECT_DOUBLE_EQ(auroc(at::ones({2, 3}), connected), 0.5);
}

TEST(AttributionGaps, AreThoseOfTheTwoKindsOfEntries) {
  const AttributionGaps gaps = attribution_gaps(map, connected);
  EXPECT_DOUBLE_EQ(gaps.connected.max, 0.8);
  EXPECT_DOUBLE_EQ(gaps.connected.min, 0.35);
  EXPECT_NEAR(gaps.connected.mean, 1.55 / 3, 1e-12);
  EXPECT_NEAR(gaps.nonconnected.mean, 0.7 / 3, 1e-12);
  EXPECT_NEAR(gaps.max(), 0.4, 1e-12);
  EXPECT_NEAR(gaps.mean(), 0.85 / 3, 1e-12);
  EXPECT_NEAR(gaps.min(), 0.25, 1e-12);
  EXPECT_NEAR(gaps.minmax(), -0.05, 1e-12);
}

TEST(Auroc, NeedsEntriesOfBothKindsInTheMapsShape) {
  EXPECT_EQ(message_of([] {
              auroc(map, at::ones({2, 3}, at::kByte));
            }),
            "a ground truth must have connected entries and others");
  EXPECT_EQ(message_of([] {
              auroc(map, connected.view({3, 2}));
            }),
            "a ground truth must have the shape of the map that it is compared with");
}

}  // namespace
}  // namespace facet
