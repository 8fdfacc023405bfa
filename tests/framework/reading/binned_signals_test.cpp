#include "framework/reading/binned_signals.h"

#include <gmock/gmock.h>

#include "facet/warning.h"
#include "framework/reading/binned_intervals.h"
#include "framework/reading/timed_arrays.h"

namespace facet {
namespace {

/// As signals, and as a label.
std::vector<std::string> told_of_events(const std::vector<std::vector<double>>& units,
                                        const BinClock& bins = BinClock(0, 2, 0.5)) {
  std::vector<std::string> warnings, decisions;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  RecordingConfig config;
  config.signals = {"units"};
  TimedSignals({trains("units", units)}, config).on(bins, decisions);
  events_on_bins(trains("licks", units), bins);
  return warnings;
}

TEST(TimedSignals, EventsAtWholeSecondsAreToldOf) {
  std::vector<double> samples;
  for (int i = 0; i < 20; ++i) samples.push_back(30 * i * i);
  EXPECT_THAT(told_of_events({samples}),
              testing::ElementsAre(
                  "the events 'units' are all at whole seconds, the last one at 10830 s: if the "
                  "file has them in ms, us or samples, say so by unit (and rate) in data.file"));
  samples[7] += 0.5;
  EXPECT_THAT(told_of_events({samples}), testing::IsEmpty());
  EXPECT_THAT(told_of_events({{0, 1, 2}}), testing::IsEmpty()) << "of so few it may be chance";
}

TEST(TimedSignals, EventsThatRunBackwardsAreToldOf) {
  EXPECT_THAT(
      told_of_events({{0.1, 0.2, 1.9}, {0.3, 0.2, 0.7, 0.6}}),
      testing::ElementsAre("the events 'units' run backwards 2 times, first in unit 1: they "
                           "are counted all the same",
                           "the events 'licks' run backwards 2 times, first in unit 1: they "
                           "are counted all the same"));
}

TEST(TimedSignals, SamplesThatRunBackwardsAreToldOf) {
  std::vector<std::string> warnings, decisions;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  RecordingConfig config;
  config.signals = {"speed"};
  config.bin = 0.5;
  TimedSignals({at_times("speed", doubles({1, 2, 3, 4}), "t"),
                FileArray("t", doubles({0.2, 0.7, 0.6, 1.2}))},
               config)
      .on(BinClock(0, 1.5, 0.5), decisions);
  EXPECT_THAT(warnings, testing::ElementsAre("the times of 'speed' run backwards 1 times, first at "
                                             "row 2: its samples are taken in the order of their "
                                             "times"));
}

// Milliseconds that are taken for seconds; the last sample lasts a step.
TEST(TimedSignals, SamplesOfAnotherTimeThanTheBinsAreToldOf) {
  std::vector<std::string> warnings, decisions;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  RecordingConfig config;
  config.signals = {"speed"};
  config.bin = 0.5;
  const auto read = [&] {
    TimedSignals({at_times("speed", doubles({1, 2, 3, 4}), "t"),
                  FileArray("t", doubles({250, 750, 1250, 1750}))},
                 config)
        .on(BinClock(0, 300, 0.5), decisions);
  };
  read();
  EXPECT_THAT(
      warnings,
      testing::ElementsAre(
          "the samples of 'speed' are from 250 s to 2250 s, the bins from 0 s to 300 s: they "
          "share less than a tenth; if one of them is in other units than seconds, its "
          "file needs unit, such as unit = \"ms\""));
  config.stop = 300;
  warnings.clear();
  read();
  EXPECT_THAT(warnings, testing::IsEmpty()) << "the user chose the bins";
}

}  // namespace
}  // namespace facet
