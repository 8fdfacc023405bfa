#include "framework/embedding/feature_ranges.h"

#include <gmock/gmock.h>

#include "facet/error.h"

namespace facet {
namespace {

using Ranges = std::vector<FeatureRange>;

std::string refusal(const Ranges& ranges, std::int64_t num_output) {
  try {
    renormalize_ranges(ranges, num_output);
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(RenormalizeRanges, AreTheDisjointOnesInAscendingOrder) {
  EXPECT_EQ(renormalize_ranges({{3, 6}, {0, 3}}, 6), (Ranges{{0, 3}, {3, 6}}));
}

TEST(RenormalizeRanges, CompleteWhatANestedOneLeavesOnBothSides) {
  EXPECT_EQ(renormalize_ranges({{2, 4}, {0, 8}, {4, 6}}, 8),
            (Ranges{{0, 2}, {2, 4}, {4, 6}, {6, 8}}));
}

TEST(RenormalizeRanges, TakeAWholeBesideACompletePartition) {
  EXPECT_EQ(renormalize_ranges({{0, 6}, {0, 3}, {3, 6}}, 6), (Ranges{{0, 3}, {3, 6}}));
}

TEST(RenormalizeRanges, MayBeSharedByTwoObjectives) {
  EXPECT_EQ(renormalize_ranges({{0, 3}, {0, 3}, {3, 6}}, 6), (Ranges{{0, 3}, {3, 6}}));
}

TEST(RenormalizeRanges, SayWhyTheyAreRefused) {
  EXPECT_EQ(refusal({{0, 4}, {2, 6}}, 6),
            "the slices cannot be renormalized: 0:4 and 2:6 overlap, and neither is the whole "
            "embedding");
  EXPECT_EQ(refusal({{0, 6}, {0, 6}}, 6),
            "the slices cannot be renormalized: more than one of them is the whole embedding 0:6");
  EXPECT_EQ(refusal({{0, 2}, {3, 6}}, 6),
            "the slices cannot be renormalized: there is a gap between 0:2 and 3:6");
  EXPECT_EQ(refusal({{1, 3}, {3, 6}}, 6),
            "the slices cannot be renormalized: the first one begins at 1:3, not at column 0");
  EXPECT_EQ(refusal({{0, 3}, {3, 5}}, 6),
            "the slices cannot be renormalized: the last one is 3:5, but the model has 6 outputs");
}

}  // namespace
}  // namespace facet
