// Recordings that a program put together by hand, not by make_recording.
#include "framework/data/check_recording.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <limits>

#include "framework/data/run_data.h"
#include "message_of.h"

namespace facet {
namespace {

/// Ten bins of two channels.
Recording by_hand() {
  return {"mine", at::ones({10, 2}), Labels(10, {}), {}, {{0, 10}}};
}

std::string mistake_of(const at::Tensor& signals) {
  Recording recording = by_hand();
  recording.signals = signals;
  return message_of([&] { require_recording(recording); });
}

std::string mistake_of_segments(std::vector<Segment> segments) {
  Recording recording = by_hand();
  recording.segments = std::move(segments);
  return message_of([&] { require_recording(recording); });
}

TEST(RecordingByHand, IsUsedAsItIs) {
  const RunData data = make_run_data({}, {{by_hand(), {}}});
  EXPECT_EQ(data.training, (std::vector<Segment>{{0, 10}}));
}

TEST(RecordingByHand, HasSignalsOfBinsByChannelsInFloats) {
  const std::string must = "mine: the signals must be bins x channels of float32, they are ";
  EXPECT_EQ(mistake_of(at::Tensor()), "mine: there are no signals: their tensor is undefined");
  EXPECT_EQ(mistake_of(at::ones({10})), must + "10");
  EXPECT_EQ(mistake_of(at::ones({10, 2, 1})), must + "10 x 2 x 1");
  EXPECT_EQ(mistake_of(at::ones({10, 0})), must + "10 x 0");
  EXPECT_EQ(mistake_of(at::ones({10, 2}, at::kDouble)),
            must + "Double: convert them by to(at::kFloat)");
  EXPECT_EQ(mistake_of(at::ones({10, 2}, at::kComplexFloat)),
            must + "ComplexFloat: convert them by to(at::kFloat)");
  EXPECT_EQ(mistake_of(at::ones({10, 2}, at::kLong)),
            must + "Long: convert them by to(at::kFloat)");
  EXPECT_EQ(mistake_of(at::ones({10, 2}).to_sparse()), must + "not stored densely");
  EXPECT_EQ(mistake_of(at::empty({10, 2}, at::device(at::kMeta))),
            "mine: the signals must be on the CPU, they are on meta");
}

TEST(RecordingByHand, HasFiniteSignalsInItsSegments) {
  at::Tensor signals = at::ones({10, 2});
  signals[7][1] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(
      mistake_of(signals),
      "mine: the signals are not finite (NaN or infinity), first in bin 7, channel 1, in all in 1 "
      "bin, 1 value: leave bins out by data.select or data.epochs, channels by data.neurons, "
      "or fill NaN by data.fill");
  Recording outside = by_hand();
  outside.signals = signals;
  outside.segments = {{0, 7}, {8, 10}};
  EXPECT_EQ(message_of([&] { require_recording(outside); }), "");
}

TEST(RecordingByHand, HasSegmentsWithinItsBins) {
  EXPECT_EQ(mistake_of_segments({}),
            "mine: there is no bin in its segments: a recording without borders is one segment");
  EXPECT_EQ(mistake_of_segments({{3, 3}}),
            "mine: there is no bin in its segments: a recording without borders is one segment");
  EXPECT_EQ(mistake_of_segments({{0, 11}}),
            "mine: the segment from bin 0 to 11 is not within the 10 bins");
  EXPECT_EQ(mistake_of_segments({{-1, 4}}),
            "mine: the segment from bin -1 to 4 is not within the 10 bins");
  EXPECT_EQ(mistake_of_segments({{5, 3}}),
            "mine: the segment from bin 5 to 3 is not within the 10 bins");
  EXPECT_EQ(
      mistake_of_segments({{0, 6}, {5, 10}}),
      "mine: segments must be ascending and disjoint: one ends at bin 6, the next begins at 5");
}

TEST(RecordingByHand, HasARowOfLabelsForEachBin) {
  Recording recording = by_hand();
  recording.labels = {};
  EXPECT_EQ(message_of([&] { require_recording(recording); }),
            "mine: the labels of the bins have 0 rows, there are 10 bins");
  recording = by_hand();
  recording.channel_labels = Labels(3, {{"depth", LabelKind::discrete, at::arange(3, at::kLong)}});
  EXPECT_EQ(message_of([&] { require_recording(recording); }),
            "mine: the labels of the channels have 3 rows, there are 2 channels");
}

TEST(RecordingByHand, IsNamedWhereARunTakesIt) {
  Recording wrong = by_hand();
  wrong.segments = {{0, 11}};
  EXPECT_EQ(message_of([&] {
              make_run_data({}, {{wrong, {}}});
            }),
            "data cannot be used: mine: the segment from bin 0 to 11 is not within the 10 bins");
  wrong.name.clear();
  EXPECT_EQ(message_of([&] {
              make_run_data({}, {{wrong, {}}});
            }),
            "data cannot be used: a recording without a name: the segment from bin 0 to 11 is not "
            "within the 10 bins");
}

}  // namespace
}  // namespace facet
