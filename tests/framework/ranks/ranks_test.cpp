#include "framework/ranks/ranks.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>
#include <gtest/gtest.h>

#include "framework/ranks/thread_ranks.h"

namespace facet {
namespace {

using testing_ranks::in_ranks;

TEST(RankShare, SharesAreContiguousAndTogetherEverything) {
  for (const std::int64_t count : {0, 1, 2, 7, 100}) {
    std::vector<RankShare> shares(3);
    in_ranks(3, [&](const std::shared_ptr<Ranks>& ranks) {
      shares[static_cast<std::size_t>(ranks->rank())] = share_of(*ranks, count);
    });
    EXPECT_EQ(shares[0].begin, 0);
    EXPECT_EQ(shares[0].end, shares[1].begin);
    EXPECT_EQ(shares[1].end, shares[2].begin);
    EXPECT_EQ(shares[2].end, count);
  }
}

TEST(GatherRows, GivesEveryRankAllRowsAndEachRowTheGradientOfAllRanks) {
  in_ranks(2, [](const std::shared_ptr<Ranks>& ranks) {
    const at::Tensor all = at::arange(10, at::kFloat).view({5, 2});
    const RankShare share = share_of(*ranks, 5);
    at::Tensor own = all.narrow(0, share.begin, share.size()).clone().requires_grad_();
    const at::Tensor gathered = gather_rows(*ranks, own, 5);
    EXPECT_TRUE(gathered.detach().equal(all));
    // Rank r weighs the square of every entry by r + 1: 3 together.
    (gathered.square() * (ranks->rank() + 1)).sum().backward();
    EXPECT_TRUE(own.grad().equal(2 * 3 * own.detach()));
  });
}

TEST(GatherRows, IsNothingForASingleRank) {
  SingleRank alone;
  const at::Tensor own = at::ones({3, 2});
  EXPECT_TRUE(gather_rows(alone, own, 3).is_same(own));
}

}  // namespace
}  // namespace facet
