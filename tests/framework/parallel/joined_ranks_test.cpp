#include "framework/parallel/joined_ranks.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/parallel/forked_ranks.h"

namespace facet {
namespace {

using testing_parallel::ForkedRanks;
using testing_parallel::own_host;

TEST(JoinedRanks, SumEveryKindOfNumber) {
  ForkedRanks ranks(3);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    for (const auto type : {at::kFloat, at::kDouble, at::kLong, at::kByte}) {
      at::Tensor values = at::arange(4).add(10 * rank.rank()).to(type);  // 0, 10, 20 more
      rank.sum(values);
      const at::Tensor expected = at::arange(4).mul(3).add(30).to(type);
      if (!values.equal(expected)) return c10::toString(type);
    }
    return "summed";
  });
  for (const std::int64_t rank : {0, 1, 2}) EXPECT_EQ(ranks.result(rank), "summed");
}

TEST(JoinedRanks, SumWhatIsNotContiguousAndKeepItsShape) {
  ForkedRanks ranks(2);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    at::Tensor all = at::zeros({3, 4});
    at::Tensor column = all.select(1, 2);
    column.fill_(rank.rank() + 1);
    rank.sum(column);
    const bool others_stay = all.select(1, 1).equal(at::zeros({3}));
    return others_stay && all.select(1, 2).equal(at::full({3}, 3.0F)) ? "summed" : "wrong";
  });
  for (const std::int64_t rank : {0, 1}) EXPECT_EQ(ranks.result(rank), "summed");
}

TEST(JoinedRanks, RefuseToSumOtherKindsOfNumbers) {
  ForkedRanks ranks(2);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    at::Tensor values = at::zeros({2}, at::kHalf);
    rank.sum(values);
    return "summed";
  });
  for (const std::int64_t rank : {0, 1})
    EXPECT_EQ(ranks.result(rank), "Error: ranks sum float32, float64, int64 and uint8, not Half");
}

TEST(JoinedRanks, MeetAtAStoreThatIsHeldByWhoeverStartsThem) {
  ForkedRanks ranks(2);
  ranks.hold_store();
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    at::Tensor values = at::full({2}, 1.5);
    rank.sum(values);
    return std::to_string(values[0].item<float>());
  });
  for (const std::int64_t rank : {0, 1}) EXPECT_EQ(ranks.result(rank), "3.000000");
}

TEST(JoinedRanks, AgreeOnTheSameFacts) {
  ForkedRanks ranks(2);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    rank.agree({{"libtorch", "2.6.0"}});
    rank.agree({{"checksum", "abc"}});
    return "agreed";
  });
  for (const std::int64_t rank : {0, 1}) EXPECT_EQ(ranks.result(rank), "agreed");
}

TEST(JoinedRanks, NameEveryFactThatDiffersOnEveryRank) {
  ForkedRanks ranks(3);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    rank.agree({{"Facet", "0.2.0"}});
    rank.agree({{"libtorch", rank.rank() == 1 ? "1.13.1" : "2.6.0"},
                {"steps", "10"},
                {"threads", std::to_string(rank.rank())}});
    return "agreed";
  });
  const std::string at = " (" + own_host() + ")";
  for (const std::int64_t rank : {0, 1, 2})
    EXPECT_EQ(ranks.result(rank), "RankFailed: the ranks differ:\n  libtorch: 2.6.0 on ranks 0, 2" +
                                      at + ", 1.13.1 on rank 1" + at + "\n  threads: 0 on rank 0" +
                                      at + ", 1 on rank 1" + at + ", 2 on rank 2" + at);
}

TEST(JoinedRanks, HaveTheWordOfTheFirst) {
  ForkedRanks ranks(3);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    return rank.of_the_first("runs/" + std::to_string(rank.rank())) +
           rank.of_the_first(rank.is_first() ? "" : "nothing");
  });
  for (const std::int64_t rank : {0, 1, 2}) EXPECT_EQ(ranks.result(rank), "runs/0");
}

}  // namespace
}  // namespace facet
