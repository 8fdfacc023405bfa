// What ranks do where others fail, are killed, hang or never come.
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <boost/asio/ip/tcp.hpp>

#include "framework/calls/call.h"
#include "framework/parallel/forked_ranks.h"

namespace facet {
namespace {

using std::chrono::seconds;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;
using testing_parallel::ForkedRanks;
using testing_parallel::own_host;

std::string only_joins(JoinedRanks&) {
  return "joined";
}

void sum_at(JoinedRanks& ranks, std::int64_t step) {
  const AtStep now(step);
  at::Tensor values = at::ones({100});
  ranks.sum(values);
}

/// Sums for ever, but for one rank, which does something else at step 3.
testing_parallel::Work sums_until(std::int64_t one,
                                  const std::function<void(JoinedRanks&)>& other) {
  return [=](JoinedRanks& ranks) -> std::string {
    for (std::int64_t step = 1;; ++step) {
      if (step == 3 && ranks.rank() == one) other(ranks);
      sum_at(ranks, step);
    }
  };
}

testing_parallel::Work sums_until_signal(std::int64_t one, int signal) {
  return sums_until(one, [signal](JoinedRanks&) { ::raise(signal); });
}

TEST(LostRanks, ThoseWhoAreThereSayWhoDidNotCome) {
  ForkedRanks ranks(4, seconds(1));
  for (const std::int64_t rank : {0, 2}) ranks.start(rank, only_joins);
  for (const std::int64_t rank : {0, 2})
    EXPECT_THAT(ranks.result(rank),
                StartsWith("RankFailed: rank 1, rank 3 did not come within 1 s to 127.0.0.1"));
}

TEST(LostRanks, WhereNobodyHoldsTheStoreThePlaceIsNamed) {
  ForkedRanks ranks(2, seconds(1));
  ranks.start(1, only_joins);
  EXPECT_THAT(ranks.result(1), StartsWith("Error: nobody listens at 127.0.0.1, port " +
                                          std::to_string(ranks.launch().port)));
}

TEST(LostRanks, TwoProcessesCannotBeTheSameRank) {
  ForkedRanks ranks(3), more(3);
  more.meet_where(ranks);
  ranks.start(0, only_joins);
  ranks.start(1, only_joins);
  more.start(1, only_joins);
  const std::string told = ranks.result(0);
  EXPECT_THAT(told, StartsWith("RankFailed: two processes are rank 1, one of them on host "));
  EXPECT_EQ(ranks.result(1), told);
  EXPECT_EQ(more.result(1), told);
}

TEST(LostRanks, ARankThatIsKilledBeforeTheFirstSumIsNamedByTheOthers) {
  ForkedRanks ranks(3);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    rank.agree({{"libtorch", "2.6.0"}});
    if (rank.rank() == 1) ::raise(SIGKILL);
    rank.agree({{"threads", "1"}});
    return "agreed";
  });
  for (const std::int64_t rank : {0, 2})
    EXPECT_EQ(ranks.result(rank), "RanksEnded: " + ranks.name(1) + " ended or does not answer");
}

TEST(LostRanks, WhatIsNoRankIsNotTakenForOne) {
  ForkedRanks ranks(2, seconds(2));
  ranks.start(0, only_joins);
  boost::asio::ip::tcp::iostream stranger;
  do stranger.connect("127.0.0.1", std::to_string(ranks.launch().port));
  while (!stranger && (stranger.clear(), true));
  stranger << "GET / HTTP/1.1\n" << std::flush;
  EXPECT_THAT(ranks.result(0), StartsWith("RankFailed: rank 1 did not come within 2 s"));
}

TEST(LostRanks, ARankThatWasKilledIsNamedByTheOthers) {
  ForkedRanks ranks(3);
  ranks.start_all(sums_until_signal(1, SIGKILL));
  const std::string expected =
      "RanksEnded: " + ranks.name(1) + " ended or does not answer since step 3";
  for (const std::int64_t rank : {0, 2}) EXPECT_EQ(ranks.result(rank), expected);
}

TEST(LostRanks, ARankThatHangsIsNamedByTheOthers) {
  ForkedRanks ranks(3, seconds(2));
  ranks.start_all(sums_until_signal(2, SIGSTOP));
  const std::string expected =
      "RanksEnded: " + ranks.name(2) + " ended or does not answer since step 3";
  for (const std::int64_t rank : {0, 1}) EXPECT_EQ(ranks.result(rank), expected);
}

TEST(LostRanks, SoIsTheFirstRankThoughItHoldsTheStore) {
  for (const int signal : {SIGKILL, SIGSTOP}) {
    ForkedRanks ranks(3, seconds(2));
    ranks.start_all(sums_until_signal(0, signal));
    const std::string expected =
        "RanksEnded: " + ranks.name(0) + " ended or does not answer since step 3";
    for (const std::int64_t rank : {1, 2}) EXPECT_EQ(ranks.result(rank), expected) << signal;
  }
}

TEST(LostRanks, WhoeverStartedThemAndHoldsTheStoreMayEndFirst) {
  ForkedRanks ranks(2);
  ranks.hold_store();
  const pid_t holder = ranks.holder();
  ranks.start_all(sums_until(1, [holder](JoinedRanks&) {
    ::kill(holder, SIGKILL);
    ::raise(SIGKILL);
  }));
  EXPECT_EQ(ranks.result(0),
            "RanksEnded: the program that started the ranks ended or does not answer since step 3");
}

TEST(LostRanks, AFailureIsToldToThoseWhoWaitForASum) {
  ForkedRanks ranks(3);
  ranks.start_all(sums_until(1, [](JoinedRanks& rank) {
    const bool others_tell = rank.tell_failure("the disk is full");
    throw Error(others_tell ? "is told by another" : "is told by nobody");
  }));
  const std::string expected = "RankFailed: " + ranks.name(1) + ": the disk is full";
  for (const std::int64_t rank : {0, 2}) EXPECT_EQ(ranks.result(rank), expected);
  EXPECT_EQ(ranks.result(1), "Error: is told by another");
}

TEST(LostRanks, AFailureOfTheFirstRankIsToldBeforeTheStoreIsGone) {
  ForkedRanks ranks(2);
  ranks.start_all(sums_until(0, [](JoinedRanks& rank) {
    throw Error(rank.tell_failure("the disk is full") ? "is told by another" : "tells it itself");
  }));
  EXPECT_EQ(ranks.result(1), "RankFailed: " + ranks.name(0) + ": the disk is full");
  EXPECT_EQ(ranks.result(0), "Error: tells it itself");
}

TEST(LostRanks, AFailureIsToldToThoseWhoWaitAtTheStore) {
  ForkedRanks ranks(2);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    if (rank.rank() == 1) {
      rank.tell_failure("no such file");
      return "told";
    }
    rank.agree({{"libtorch", "2.6.0"}});
    return "agreed";
  });
  EXPECT_EQ(ranks.result(0), "RankFailed: " + ranks.name(1) + ": no such file");
  EXPECT_EQ(ranks.result(1), "told");
}

std::string agree_and_tell(JoinedRanks& ranks) {
  try {
    ranks.agree({{"threads", std::to_string(ranks.rank())}});
  } catch (const Error& error) {
    return ranks.tell_failure(error.what()) ? "is silent" : "tells it";
  }
  return "agreed";
}

TEST(LostRanks, WhatDiffersIsToldByEachOfThem) {
  ForkedRanks ranks(3);
  ranks.start_all(agree_and_tell);
  for (const std::int64_t rank : {0, 1, 2}) EXPECT_EQ(ranks.result(rank), "tells it");
}

TEST(LostRanks, WhoeverCountsOtherRanksThanTheRestIsNamedAtOnce) {
  ForkedRanks ranks(2), more(3);
  more.meet_where(ranks);
  ranks.start(0, only_joins);
  more.start(1, only_joins);
  const std::string told = ranks.result(0);
  EXPECT_THAT(told, AllOf(StartsWith("RankFailed: the ranks differ in how many they are: "),
                          HasSubstr("2 on rank 0 (host " + own_host()),
                          HasSubstr("3 on rank 1 (host " + own_host())));
  EXPECT_EQ(more.result(1), told);
}

TEST(LostRanks, InABackwardPassNoComponentIsBlamed) {
  ForkedRanks ranks(2);
  ranks.start_all([](JoinedRanks& rank) -> std::string {
    const ComponentOrigin origin{"lab", "criterion", "Mine", "objective[0].loss"};
    const AtStep now(7);
    const at::Tensor own = at::ones({2, 2}).requires_grad_();
    const at::Tensor loss = gather_rows(rank, own, 4).square().sum();
    if (rank.rank() == 1) ::raise(SIGKILL);
    call(origin, "in forward()", [&] { call(origin, "in backward()", [&] { loss.backward(); }); });
    return "done";
  });
  EXPECT_EQ(ranks.result(0),
            "RanksEnded: " + ranks.name(1) + " ended or does not answer since step 7");
}

}  // namespace
}  // namespace facet
