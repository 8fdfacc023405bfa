#include "framework/data/segments.h"

#include <gmock/gmock.h>

#include <limits>

#include "framework/data/arrays.h"
#include "framework/data/recording_configs.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

constexpr double lost = std::numeric_limits<double>::quiet_NaN();

Label column(const std::string& name, const std::vector<double>& values) {
  return {name, LabelKind::continuous, at::tensor(values, at::kDouble).unsqueeze(1)};
}

/// Ten bins, every 0.1 s, with a pause after the sixth.
Labels ten_paused_bins() {
  return Labels(10, {column("t", {0, .1, .2, .3, .4, .5, 7, 7.1, 7.2, 7.3}),
                     column("speed", {0, 1, 2, 3, lost, 5, 6, 7, 8, 0}),
                     {"trial", LabelKind::discrete, integers({3, 3, 3, -1, -1, 3, 3, 3, 3, 3})}});
}

std::vector<Segment> segments(const RecordingConfig& config) {
  return recording_segments(ten_paused_bins(), config);
}

std::string refused_cut(const RecordingConfig& config) {
  return message_of([&] { segments(config); });
}

TEST(RecordingSegments, AreOneWhereNothingIsAskedFor) {
  EXPECT_THAT(segments({}), ElementsAre(Segment{0, 10}));
}

TEST(RecordingSegments, LieBetweenTheChangesOfTheTrial) {
  EXPECT_THAT(segments(with(&RecordingConfig::trials, "trial")),
              ElementsAre(Segment{0, 3}, Segment{3, 5}, Segment{5, 10}));
}

TEST(RecordingSegments, LieBetweenGapsInTheTimeStamps) {
  EXPECT_THAT(segments(with(&RecordingConfig::time, "t")),
              ElementsAre(Segment{0, 6}, Segment{6, 10}));
}

TEST(RecordingSegments, AGapIsAStepOfMoreThanOneAndAHalfTimesTheMedian) {
  const Labels labels(6, {column("t", {0, 2, 4, 7, 9, 12.5})});
  EXPECT_THAT(recording_segments(labels, with(&RecordingConfig::time, "t")),
              ElementsAre(Segment{0, 5}, Segment{5, 6}));
}

TEST(RecordingSegments, HoldTheSelectedBinsAndNeverJoinAcrossACut) {
  EXPECT_THAT(segments(with(&RecordingConfig::select, "speed >= 1")),
              ElementsAre(Segment{1, 4}, Segment{5, 9}));
  EXPECT_THAT(
      segments(with(&RecordingConfig::select, "speed >= 1",
                    with(&RecordingConfig::trials, "trial", with(&RecordingConfig::time, "t")))),
      ElementsAre(Segment{1, 3}, Segment{3, 4}, Segment{5, 6}, Segment{6, 9}));
}

TEST(RecordingSegments, HoldTheEpochsInBins) {
  EXPECT_THAT(segments(with(&RecordingConfig::epochs, {"", {{0, 2}, {2, 4}, {8, 100}}})),
              ElementsAre(Segment{0, 4}, Segment{8, 10}));
}

TEST(RecordingSegments, HoldTheEpochsInTimeWhereTimeStampsAreNamed) {
  EXPECT_THAT(segments(with(&RecordingConfig::epochs, {"", {{.1, .25}, {.5, 7.2}}},
                            with(&RecordingConfig::time, "t"))),
              ElementsAre(Segment{1, 3}, Segment{5, 6}, Segment{6, 8}));
}

TEST(RecordingSegments, RefuseWhatLeavesNoBin) {
  EXPECT_EQ(refused_cut(with(&RecordingConfig::select, "speed > 8",
                             with(&RecordingConfig::epochs, {"", {{20, 30}}}))),
            "data.select cannot be used: no bin of the recording remains\n"
            "data.epochs cannot be used: no bin of the recording remains");
}

TEST(RecordingSegments, RefuseLabelsThatAreNotThereOrNotOfTheKind) {
  EXPECT_EQ(refused_cut(with(
                &RecordingConfig::trials, "lap",
                with(&RecordingConfig::time, "time", with(&RecordingConfig::select, "sped > 1")))),
            "data.trials cannot be used: there is no label 'lap'; the recording has 't', 'speed', "
            "'trial'\n"
            "data.time cannot be used: there is no label 'time'; the recording has 't', 'speed', "
            "'trial'\n"
            "data.select cannot be used: there is no label 'sped'; the recording has 't', 'speed', "
            "'trial'");
  EXPECT_EQ(refused_cut(with(&RecordingConfig::trials, "speed")),
            "data.trials cannot be used: label 'speed' is continuous, a discrete one is needed: "
            "list it in [data] discrete if its values are classes");
}

TEST(RecordingSegments, RefuseTimeStampsThatAreNone) {
  EXPECT_EQ(refused_cut(with(&RecordingConfig::time, "speed")),
            "data.time cannot be used: the time stamps 'speed' are not finite (NaN or infinity) "
            "in 1 of 10 bins, first in bin 4: every bin needs one");
  EXPECT_EQ(refused_cut(with(&RecordingConfig::time, "trial")),
            "data.time cannot be used: the time stamps 'trial' must increase, they do not at bin "
            "1");
  const Labels pairs(2,
                     {{"pair", LabelKind::continuous, at::tensor({0., 1., 2., 3.}).view({2, 2})}});
  EXPECT_EQ(
      message_of([&] { recording_segments(pairs, with(&RecordingConfig::time, "pair")); }),
      "data.time cannot be used: the time stamps 'pair' must be one for each bin, they have 2 "
      "columns");
}

}  // namespace
}  // namespace facet
