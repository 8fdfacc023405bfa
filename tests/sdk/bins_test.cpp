#include "facet/bins.h"

#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Bins, NumbersTheBinsOfTheirSegments) {
  const Bins bins({{2, 5}, {5, 5}, {7, 9, 1}});
  EXPECT_EQ(bins.size(), 5);
  EXPECT_THAT(bins.all(), ElementsAre(2, 3, 4, 7, 8));
  EXPECT_THAT(bins.segments(), ElementsAre(Segment{2, 5}, Segment{7, 9, 1}));
  for (std::int64_t k = 0; k < bins.size(); ++k)
    EXPECT_EQ(bins[k], bins.all()[static_cast<std::size_t>(k)]);
}

TEST(Bins, FindTheSegmentOfABin) {
  const Bins bins({{2, 5}, {5, 6, 1}, {7, 9}});
  EXPECT_EQ(bins.segment_of(1), nullptr);
  EXPECT_EQ(*bins.segment_of(4), (Segment{2, 5}));
  EXPECT_EQ(*bins.segment_of(5), (Segment{5, 6, 1}));
  EXPECT_EQ(bins.segment_of(6), nullptr);
  EXPECT_TRUE(bins.contains(8));
  EXPECT_FALSE(bins.contains(9));
}

TEST(Bins, MayBeNone) {
  EXPECT_TRUE(Bins().empty());
  EXPECT_TRUE(Bins({{3, 3}}).empty());
  EXPECT_FALSE(Bins().contains(0));
}

TEST(Bins, MustAscend) {
  EXPECT_EQ(message_of([] {
              Bins({{4, 6}, {5, 8}});
            }),
            "segments must be ascending and disjoint: one ends at bin 6, the next begins at 5");
}

// A window [i - 2, i + 3) fits into [0, 10) for i = 2..7, into [10, 14) nowhere.
TEST(Bins, KeepThoseWhoseWindowFitsIntoTheirSegment) {
  const Bins bins({{0, 10}, {10, 14}, {20, 25}});
  EXPECT_THAT(bins.fitting({2, 3}).segments(), ElementsAre(Segment{2, 8}, Segment{22, 23}));
  EXPECT_THAT(bins.fitting({0, 1}).segments(), bins.segments());
}

TEST(Bins, KeepThoseThatStayInTheirSegmentWhenShifted) {
  const Bins bins({{0, 5}, {5, 7}});
  EXPECT_THAT(bins.shifted_inside(3).segments(), ElementsAre(Segment{0, 2}));
  EXPECT_THAT(bins.shifted_inside(-1).segments(), ElementsAre(Segment{1, 5}, Segment{6, 7}));
  EXPECT_THAT(bins.shifted_inside(0).segments(), bins.segments());
}

TEST(Bins, IntersectWithOthers) {
  const Bins a({{0, 5}, {8, 12}}), b({{3, 9}, {11, 20}});
  EXPECT_THAT(a.intersect(b).segments(),
              ElementsAre(Segment{3, 5}, Segment{8, 9}, Segment{11, 12}));
  EXPECT_THAT(b.intersect(a).all(), a.intersect(b).all());
  EXPECT_THAT(a.intersect(Bins()).segments(), IsEmpty());
}

TEST(Bins, AreOfSessions) {
  const Bins bins({{0, 5, 0}, {8, 12, 2}, {14, 15, 2}});
  EXPECT_THAT(bins.sessions(), ElementsAre(0, 2));
  EXPECT_THAT(bins.of_session(2).segments(), ElementsAre(Segment{8, 12, 2}, Segment{14, 15, 2}));
  EXPECT_TRUE(bins.of_session(1).empty());
  EXPECT_THAT(Bins().sessions(), IsEmpty());
}

}  // namespace
}  // namespace facet
