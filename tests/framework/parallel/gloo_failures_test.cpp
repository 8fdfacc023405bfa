// What ranks do where others fail, are killed, hang or never come.
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/calls/call.h"
#include "framework/parallel/forked_ranks.h"

namespace facet {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;
using testing::StartsWith;
using testing_parallel::ForkedRanks;

void sum_at(GlooRanks& ranks, std::int64_t step) {
  const AtStep now(step);
  at::Tensor values = at::ones({100});
  ranks.sum(values);
}

/// Sums for ever, but for one rank, which does something else at step 3.
testing_parallel::Work sums_until(std::int64_t one, const std::function<void(GlooRanks&)>& other) {
  return [=](GlooRanks& ranks) -> std::string {
    for (std::int64_t step = 1;; ++step) {
      if (step == 3 && ranks.rank() == one) other(ranks);
      sum_at(ranks, step);
    }
  };
}

testing_parallel::Work sums_until_signal(std::int64_t one, int signal) {
  return sums_until(one, [signal](GlooRanks&) { ::raise(signal); });
}

TEST(GlooFailures, ThoseWhoAreThereSayWhoDidNotCome) {
  ForkedRanks ranks(4, seconds(1));
  for (const std::int64_t rank : {0, 2})
    ranks.start(rank, [](GlooRanks&) -> std::string { return "joined"; });
  for (const std::int64_t rank : {0, 2})
    EXPECT_THAT(ranks.result(rank),
                StartsWith("RankFailed: rank 1, rank 3 did not come within 1 s to 127.0.0.1"));
}

TEST(GlooFailures, WhereNobodyHoldsTheStoreThePlaceIsNamed) {
  ForkedRanks ranks(2, seconds(1));
  ranks.start(1, [](GlooRanks&) -> std::string { return "joined"; });
  EXPECT_THAT(ranks.result(1), StartsWith("Error: nobody listens at 127.0.0.1, port " +
                                          std::to_string(ranks.launch().port)));
}

TEST(GlooFailures, TwoProcessesCannotBeTheSameRank) {
  ForkedRanks ranks(2, seconds(1));
  ranks.hold_store();
  ranks.start(0, [](GlooRanks&) -> std::string { return "joined"; });
  EXPECT_THAT(ranks.result(0), HasSubstr("rank 1 did not come"));
  ranks.start(0, [](GlooRanks&) -> std::string { return "joined"; });
  EXPECT_THAT(ranks.result(0), StartsWith("Error: another process is rank 0 at 127.0.0.1"));
}

TEST(GlooFailures, ARankThatWasKilledIsNamedByTheOthers) {
  ForkedRanks ranks(3);
  ranks.start_all(sums_until_signal(1, SIGKILL));
  const std::string expected =
      "RanksEnded: " + ranks.name(1) + " ended or does not answer since step 3";
  for (const std::int64_t rank : {0, 2}) EXPECT_EQ(ranks.result(rank), expected);
}

TEST(GlooFailures, ARankThatHangsIsNamedByTheOthers) {
  ForkedRanks ranks(3, seconds(2));
  ranks.start_all(sums_until_signal(2, SIGSTOP));
  const std::string expected =
      "RanksEnded: " + ranks.name(2) + " ended or does not answer since step 3";
  for (const std::int64_t rank : {0, 1}) EXPECT_EQ(ranks.result(rank), expected);
}

TEST(GlooFailures, SoIsTheFirstRankThoughItHoldsTheStore) {
  for (const int signal : {SIGKILL, SIGSTOP}) {
    ForkedRanks ranks(3, seconds(2));
    ranks.start_all(sums_until_signal(0, signal));
    const std::string expected =
        "RanksEnded: " + ranks.name(0) + " ended or does not answer since step 3";
    for (const std::int64_t rank : {1, 2}) EXPECT_EQ(ranks.result(rank), expected) << signal;
  }
}

TEST(GlooFailures, WhoeverStartedThemAndHoldsTheStoreMayEndFirst) {
  ForkedRanks ranks(2);
  ranks.hold_store();
  const pid_t holder = ranks.holder();
  ranks.start_all(sums_until(1, [holder](GlooRanks&) {
    ::kill(holder, SIGKILL);
    ::raise(SIGKILL);
  }));
  EXPECT_EQ(ranks.result(0),
            "RanksEnded: the program that started the ranks ended or does not answer since step 3");
}

TEST(GlooFailures, AFailureIsToldToThoseWhoWaitForASum) {
  ForkedRanks ranks(3);
  ranks.start_all(sums_until(1, [](GlooRanks& rank) {
    const bool others_tell = rank.tell_failure("the disk is full");
    throw Error(others_tell ? "is told by another" : "is told by nobody");
  }));
  const std::string expected = "RankFailed: " + ranks.name(1) + ": the disk is full";
  for (const std::int64_t rank : {0, 2}) EXPECT_EQ(ranks.result(rank), expected);
  EXPECT_EQ(ranks.result(1), "Error: is told by another");
}

TEST(GlooFailures, AFailureOfTheFirstRankIsToldBeforeTheStoreIsGone) {
  ForkedRanks ranks(2);
  ranks.start_all(sums_until(0, [](GlooRanks& rank) {
    throw Error(rank.tell_failure("the disk is full") ? "is told by another" : "tells it itself");
  }));
  EXPECT_EQ(ranks.result(1), "RankFailed: " + ranks.name(0) + ": the disk is full");
  EXPECT_EQ(ranks.result(0), "Error: tells it itself");
}

TEST(GlooFailures, AFailureIsToldToThoseWhoWaitAtTheStore) {
  ForkedRanks ranks(2);
  ranks.start_all([](GlooRanks& rank) -> std::string {
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

TEST(GlooFailures, WhatAllRanksKnowIsToldByOneOfThem) {
  ForkedRanks ranks(3);
  ranks.start_all([](GlooRanks& rank) -> std::string {
    try {
      rank.agree({{"threads", std::to_string(rank.rank())}});
    } catch (const Error& error) {
      return rank.tell_failure(error.what()) ? "is silent" : "tells it";
    }
    return "agreed";
  });
  EXPECT_EQ(ranks.result(0), "tells it");
  for (const std::int64_t rank : {1, 2}) EXPECT_EQ(ranks.result(rank), "is silent");
}

TEST(GlooFailures, InABackwardPassNoComponentIsBlamed) {
  ForkedRanks ranks(2);
  ranks.start_all([](GlooRanks& rank) -> std::string {
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
