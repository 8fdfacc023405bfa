#include "framework/data/split.h"

#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include "framework/data/recording_configs.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Ten bins in trials of 4, 4 and 2.
Recording ten_bins() {
  Recording recording;
  recording.name = "rat.npz";
  recording.signals = at::zeros({10, 1});
  recording.segments = {{0, 4}, {4, 8}, {8, 10}};
  return recording;
}

TEST(SplitRecording, HoldsOutNothingUnlessAsked) {
  const Split split = split_recording(ten_bins(), {});
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}, Segment{4, 8}, Segment{8, 10}));
  EXPECT_THAT(split.held_out, IsEmpty());
}

TEST(SplitRecording, HoldsOutTheLastFraction) {
  const Split split = split_recording(ten_bins(), with(&RecordingConfig::validation, 0.3));
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}, Segment{4, 7}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{7, 8}, Segment{8, 10}));
}

TEST(SplitRecording, BeginsAtTheStartOfATrialWhereTrialsAreNamed) {
  const Split split = split_recording(
      ten_bins(), with(&RecordingConfig::trials, "trial", with(&RecordingConfig::validation, 0.3)));
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{4, 8}, Segment{8, 10}));
}

TEST(SplitRecording, BeginsAtTheBinThatIsGiven) {
  const Split split = split_recording(ten_bins(), with(&RecordingConfig::trials, "trial",
                                                       with(&RecordingConfig::validation_from, 5)));
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}, Segment{4, 5}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{5, 8}, Segment{8, 10}));
}

TEST(SplitRecording, LeavesTheTestPartToNeither) {
  const auto config = with(&RecordingConfig::test, 0.2, with(&RecordingConfig::validation, 0.3));
  const Split split = split_recording(ten_bins(), config);
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}, Segment{4, 5}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{5, 8}));
  const Split from = split_recording(
      ten_bins(), with(&RecordingConfig::test_from, 9, with(&RecordingConfig::validation_from, 8)));
  EXPECT_THAT(from.training, ElementsAre(Segment{0, 4}, Segment{4, 8}));
  EXPECT_THAT(from.held_out, ElementsAre(Segment{8, 9}));
  const Split alone = split_recording(ten_bins(), with(&RecordingConfig::test, 0.2));
  EXPECT_THAT(alone.training, ElementsAre(Segment{0, 4}, Segment{4, 8}));
  EXPECT_THAT(alone.held_out, IsEmpty());
}

TEST(SplitRecording, HoldsOutTheTestPartWhereItIsAskedFor) {
  DataConfig data;
  data.validation = 0.3;
  EXPECT_EQ(message_of([&] { hold_out_test(data); }),
            "there is no test part: neither data.test nor data.test_from is given");
  data.test = 0.2;
  hold_out_test(data);
  const Split split = split_recording(ten_bins(), data);
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}, Segment{4, 5}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{8, 10}));
}

TEST(SplitRecording, BeginsTheTestPartAtTheStartOfATrial) {
  const Split split = split_recording(
      ten_bins(),
      with(&RecordingConfig::trials, "trial",
           with(&RecordingConfig::test, 0.15, with(&RecordingConfig::validation, 0.2))));
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 4}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{4, 8}));
}

TEST(SplitRecording, KeepsTheSessionOfASegment) {
  Recording recording = ten_bins();
  recording.segments = {{0, 5, 0}, {5, 10, 1}};
  const Split split = split_recording(recording, with(&RecordingConfig::validation_from, 7));
  EXPECT_THAT(split.training, ElementsAre(Segment{0, 5, 0}, Segment{5, 7, 1}));
  EXPECT_THAT(split.held_out, ElementsAre(Segment{7, 10, 1}));
}

TEST(SplitRecording, MustLeaveSomethingOnBothSides) {
  EXPECT_EQ(
      message_of([] { split_recording(ten_bins(), with(&RecordingConfig::validation_from, 10)); }),
      "rat.npz: held out from bin 10 of 10 leaves no bin to hold out: hold out more");
  EXPECT_EQ(
      message_of([] { split_recording(ten_bins(), with(&RecordingConfig::validation_from, 0)); }),
      "rat.npz: held out from bin 0 of 10 leaves no bin to train on: hold out less");
  EXPECT_EQ(message_of([] {
              split_recording(ten_bins(), with(&RecordingConfig::trials, "t",
                                               with(&RecordingConfig::validation, 0.9)));
            }),
            "rat.npz: held out from bin 0 of 10 leaves no bin to train on: hold out less");
  EXPECT_EQ(message_of([] { split_recording(ten_bins(), with(&RecordingConfig::test_from, 10)); }),
            "rat.npz: the test part from bin 10 of 10 has no bin: make it larger");
}

}  // namespace
}  // namespace facet
