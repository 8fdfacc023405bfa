#include "framework/binning/align_intervals.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <limits>
#include <random>

#include "framework/binning/binning_data.h"
#include "message_of.h"

namespace facet {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

at::Tensor intervals(const std::vector<double>& ends) {
  return numbers(ends).view({-1, 2});
}

TEST(AlignIntervals, FindsTheTrialsOfASession) {
  const AlignedIntervals aligned =
      align_intervals(binning_array("session.npz", "trials"), BinClock(0, 60, 0.05));
  EXPECT_TRUE(at::equal(aligned.rows, binning_array("aligned.npz", "trial")));
  EXPECT_EQ(aligned.unbounded, 0);
}

TEST(AlignIntervals, HoldTheBinsWhoseCentreIsInThem) {
  const BinClock bins(0, 1, 0.1);  // centres at 0.05, 0.15, ...
  EXPECT_TRUE(at::equal(align_intervals(intervals({0.15, 0.35, 0.35, 0.36, 0.7, 0.7}), bins).rows,
                        integers({-1, 0, 0, 1, -1, -1, -1, -1, -1, -1})));
}

TEST(AlignIntervals, TakesOfSeveralTheLastThatBegan) {
  const BinClock bins(0, 1, 0.1);
  EXPECT_TRUE(at::equal(align_intervals(intervals({0.3, 0.5, 0, 1, 0.3, 0.4}), bins).rows,
                        integers({1, 1, 1, 2, 0, 1, 1, 1, 1, 1})));
}

TEST(AlignIntervals, MayBeEndlessAndTellsOfThoseWithoutAnEnd) {
  const BinClock bins(0, 1, 0.25);
  const AlignedIntervals aligned =
      align_intervals(intervals({0.5, infinite, lost, 2, -infinite, 0.25, 0.25, lost}), bins);
  EXPECT_TRUE(at::equal(aligned.rows, integers({2, -1, 0, 0})));
  EXPECT_EQ(aligned.unbounded, 2);
  EXPECT_EQ(aligned.first_unbounded, 1);
}

TEST(AlignIntervals, TellsOfThoseThatStopBeforeTheyStart) {
  const BinClock bins(0, 1, 0.25);
  const AlignedIntervals aligned = align_intervals(intervals({0, 0.5, 0.75, 0.25, 0.5, 1}), bins);
  EXPECT_TRUE(at::equal(aligned.rows, integers({0, 0, 2, 2})));
  EXPECT_EQ(aligned.reversed, 1);
  EXPECT_EQ(aligned.first_reversed, 1);
}

/// Whole milliseconds, in which intervals are searched one by one.
TEST(AlignIntervals, FindsWhatASearchOfAllFinds) {
  std::mt19937_64 random(4);
  const BinClock bins(-1, 4, 0.014);
  for (int round = 0; round < 50; ++round) {
    std::vector<double> ends;
    std::vector<std::pair<std::int64_t, std::int64_t>> all;
    for (int i = 0; i < round; ++i) {
      const std::int64_t start = std::uniform_int_distribution<std::int64_t>(-2000, 5000)(random);
      const std::int64_t stop = start + std::uniform_int_distribution(0, 900)(random);
      all.emplace_back(start, stop);
      ends.push_back(static_cast<double>(start) / 1e3);
      ends.push_back(static_cast<double>(stop) / 1e3);
    }
    const at::Tensor found = align_intervals(intervals(ends), bins).rows;
    for (std::int64_t bin = 0; bin < bins.size(); ++bin) {
      const std::int64_t centre = -1000 + bin * 14 + 7;
      std::int64_t expected = -1;
      for (int i = 0; i < round; ++i)
        if (all[i].first <= centre && centre < all[i].second &&
            (expected < 0 || all[i].first >= all[expected].first))
          expected = i;
      ASSERT_EQ(found[bin].item<std::int64_t>(), expected);
    }
  }
}

TEST(AlignIntervals, RefusesWhatIsNoInterval) {
  const BinClock bins(0, 1, 0.1);
  EXPECT_EQ(message_of([&] {
              align_intervals(intervals({1, 0, 0.5, 0.25}), bins);
            }),
            "no interval stops after it starts, first 0: a row is a start and a stop");
  EXPECT_EQ(message_of([&] { align_intervals(at::zeros({3}, at::kDouble), bins); }),
            "intervals must be n x 2 float64, their starts and stops in seconds, they are 3 of "
            "Double");
}

TEST(ColumnOfBins, GivesEachBinTheValueOfItsInterval) {
  const at::Tensor of_bins = integers({-1, 1, 1, 0, -1});
  const AlignedColumn reward = column_of_bins(numbers({4., lost}), of_bins);
  EXPECT_TRUE(equal_or_nan(reward.values, numbers({lost, lost, lost, 4., lost})));
  EXPECT_FALSE(reward.missing.defined());

  const AlignedColumn outcome = column_of_bins(integers({7, -1}), of_bins);
  EXPECT_TRUE(at::equal(outcome.values, integers({-1, -1, -1, 7, -1})));
  EXPECT_TRUE(at::equal(outcome.missing, flags({1, 0, 0, 0, 1})));

  const AlignedColumn place =
      column_of_bins(at::tensor({1.F, 2.F, 3.F, 4.F}).view({2, 2}), of_bins);
  EXPECT_TRUE(equal_or_nan(place.values,
                           numbers({lost, lost, 3., 4., 3., 4., 1., 2., lost, lost}).view({5, 2})));
}

TEST(ColumnOfBins, RefusesAColumnOfFewerIntervals) {
  EXPECT_EQ(message_of([] {
              column_of_bins(integers({5}), integers({0, 1}));
            }),
            "a column of intervals must have a row for each, it is 1 of more intervals");
}

}  // namespace
}  // namespace facet
