// Bins of half a second from 0 to 3 s: 0 is [0, 0.5), 5 is [2.5, 3).
#include "framework/reading/unobserved_bins.h"

#include <gmock/gmock.h>

#include <limits>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/data/arrays.h"
#include "framework/data/make_recording.h"
#include "framework/reading/on_bins.h"
#include "framework/reading/timed_arrays.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Units = std::vector<std::vector<Segment>>;

constexpr double infinity = std::numeric_limits<double>::infinity();

FileArray three_units() {
  return trains("units", {{0.1, 0.6, 2.2, 2.3, 2.6}, {0.2, 2.2, 2.7}, {0.3, 1.1, 2.8}});
}

ArrayFacts intervals_of_units() {
  ArrayFacts facts;
  facts.role = ArrayRole::intervals;
  facts.of = "units";
  return facts;
}

/// Begins and ends of each unit.
FileArray observed(const std::vector<std::vector<double>>& units) {
  std::vector<at::Tensor> rows;
  for (const std::vector<double>& unit : units) rows.push_back(doubles(unit).view({-1, 2}));
  const RaggedValues all = RaggedValues::of(rows);
  return FileArray::ragged("units.obs", {static_cast<std::int64_t>(units.size()), 2}, at::kDouble,
                           [all](Rows) { return all; })
      .with(intervals_of_units());
}

Units unobserved(const FileArray& observed) {
  return unobserved_bins(three_units(), {three_units(), observed}, BinClock(0, 3, 0.5));
}

std::vector<std::pair<std::int64_t, std::int64_t>> bins_of(const std::vector<Segment>& segments) {
  std::vector<std::pair<std::int64_t, std::int64_t>> bins;
  for (const Segment& segment : segments) bins.emplace_back(segment.begin, segment.end);
  return bins;
}

TEST(UnobservedBins, AreThoseOfWhichNoIntervalHasAPart) {
  const Units units = unobserved(observed({{0, 3}, {2.1, 2.6, 0.6, 1.0}, {-4, 0.2, 1.49, 2.5}}));
  ASSERT_EQ(units.size(), 3U);
  EXPECT_THAT(bins_of(units[0]), IsEmpty());
  // 0.6 to 1.0 are bins 1 and, by its first instant, 2; 2.1 to 2.6 are 4 and 5.
  EXPECT_THAT(bins_of(units[1]), ElementsAre(std::pair(0, 1), std::pair(3, 4)));
  EXPECT_THAT(bins_of(units[2]), ElementsAre(std::pair(1, 2)));
}

TEST(UnobservedBins, AreAllOfAUnitThatWasObservedAtOtherTimes) {
  const Units units = unobserved(observed({{5, 9, -2, -1}, {0, infinity}, {-infinity, 1.2}}));
  EXPECT_THAT(bins_of(units.at(0)), ElementsAre(std::pair(0, 6)));
  EXPECT_THAT(bins_of(units.at(1)), IsEmpty());
  EXPECT_THAT(bins_of(units.at(2)), ElementsAre(std::pair(3, 6)));
}

TEST(UnobservedBins, AreNoneWhereNothingIsKnown) {
  const Units units = unobserved(observed({{}, {0, std::nan("")}, {1, 2}}));
  EXPECT_THAT(bins_of(units.at(0)), IsEmpty());
  EXPECT_THAT(bins_of(units.at(1)), IsEmpty());
  EXPECT_THAT(bins_of(units.at(2)), ElementsAre(std::pair(0, 2), std::pair(5, 6)));
  EXPECT_THAT(unobserved(intervals("trials", {0, 1})), IsEmpty());
  EXPECT_THAT(unobserved(observed({{0, 1}})), IsEmpty()) << "of one unit, there are three";
}

TEST(UnobservedBins, OfAllUnitsAreOutsideTheirSupport) {
  const Units units = unobserved(intervals("units.support", {0.4, 0.9, 2.0, 3.5}));
  ASSERT_EQ(units.size(), 3U);
  for (const auto& unit : units) EXPECT_THAT(bins_of(unit), ElementsAre(std::pair(2, 4)));
}

std::vector<std::string> told_of_bins(const FileArrays& file, RecordingConfig config) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  config.signals = {"units"};
  config.bin = 0.5;
  config.start = 0;
  config.stop = 3;
  const ArrangedArrays rows = on_bins(file, config, "data", {});
  make_recording("rat.nwb", rows.arrays, rows.config, "data", {}, rows.unobserved);
  return warnings;
}

FileArrays partly_observed() {
  return {three_units(), observed({{0, 3}, {0, 0.9, 2.1, 3}, {0, 2.2}})};
}

TEST(UnobservedBins, ThatAreUsedAreToldOf) {
  EXPECT_THAT(told_of_bins(partly_observed(), {}),
              ElementsAre("rat.nwb: 2 of 3 channels were not observed in some of the bins that are "
                          "used, where a count of 0 is no measurement: 1, 2; together in 3 of 6 "
                          "bins, first in bin 2 (data.select, data.epochs, data.start and "
                          "data.stop can leave bins out, data.neurons channels)"));
}

TEST(UnobservedBins, ThatAreNotUsedAreNotToldOf) {
  RecordingConfig config;
  config.select = "bin_time < 1 or bin_time between 2 and 2.5";
  EXPECT_THAT(told_of_bins(partly_observed(), config), IsEmpty());
  config = {};
  config.epochs.ranges = {{1, 2.5}};
  config.neurons.ranges = {{2, 2}, {0, 0}};
  EXPECT_THAT(told_of_bins(partly_observed(), config), IsEmpty());
  config.neurons.ranges = {{2, 2}, {1, 1}};
  EXPECT_THAT(told_of_bins(partly_observed(), config),
              ElementsAre(testing::StartsWith("rat.nwb: 1 of 2 channels were not observed in some "
                                              "of the bins that are used, where a count of 0 is no "
                                              "measurement: 1; together in 2 of 3 bins, first in "
                                              "bin 2 ")));
}

TEST(UnobservedBins, ThatAreNotKnownEndNothing) {
  const FileArray damaged = FileArray::ragged("units.obs", {3, 2}, at::kDouble, [](Rows) {
                              throw Error("rat.nwb: 'units.obs' is damaged");
                              return RaggedValues();
                            }).with(intervals_of_units());
  EXPECT_THAT(told_of_bins({three_units(), damaged}, {}),
              ElementsAre("it is not known when 'units' were observed: rat.nwb: 'units.obs' is "
                          "damaged"));
}

}  // namespace
}  // namespace facet
