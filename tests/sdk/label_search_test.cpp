#include "facet/label_search.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "facet/distribution.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

at::Tensor column(std::vector<double> values) {
  return at::tensor(values, at::kDouble).view({-1, 1});
}

TEST(LabelSearch, FindsTheNearestBinOfTheSessionThatIsAsked) {
  const at::Tensor labels = column({0, 1, 2, 3, 0.9, 2.1, 2.1, 1.2});
  const LabelSearch search(labels, Bins({{0, 2, 0}, {3, 4, 0}, {4, 7, 1}}));  // 2 and 7 are not
  EXPECT_EQ(search.num_columns(), 1);
  Random random(1);
  const std::vector<std::int64_t> sessions = {0, 1, 1, 0};
  EXPECT_THAT(search.nearest(column({1.9, 1.9, 1.2, 2.1}), sessions, Ties::lowest, random),
              ElementsAre(1, 5, 4, 3));
  EXPECT_TRUE(search.labels_of(std::vector<std::int64_t>{5, 0}).equal(column({2.1, 0})));
}

TEST(LabelSearch, DrawsAmongTies) {
  const LabelSearch search(column({1, 5, 1, 1}), Bins({{0, 4}}));
  Random random(2);
  const std::vector<std::int64_t> sessions(3000, 0);
  const auto found =
      search.nearest(column(std::vector<double>(3000, 1.5)), sessions, Ties::random, random);
  for (const std::int64_t bin : {0, 2, 3})  // 1000 +- 5 * 25.8
    EXPECT_NEAR(std::count(found.begin(), found.end(), bin), 1000, 129);
}

TEST(DealOutSessions, GivesEachAsManyPositivesAsItHasReferences) {
  const Bins bins({{0, 10, 0}, {10, 20, 3}});
  Random random(3);
  const std::vector<std::int64_t> references = {1, 2, 11, 3, 12, 4};
  std::int64_t first_moved = 0;
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::int64_t> sessions = deal_out_sessions(bins, references, random);
    first_moved += sessions.front() == 3;
    std::sort(sessions.begin(), sessions.end());
    ASSERT_THAT(sessions, ElementsAre(0, 0, 0, 0, 3, 3));
  }
  EXPECT_NEAR(first_moved, 1000, 129);  // with probability 2 / 6
}

TEST(DealOutSessions, DrawsNothingForOneSession) {
  Random random(4), other(4);
  EXPECT_THAT(deal_out_sessions(Bins({{0, 10, 5}}), std::vector<std::int64_t>{1, 2}, random),
              ElementsAre(5, 5));
  EXPECT_EQ(random(), other());
}

}  // namespace
}  // namespace facet
