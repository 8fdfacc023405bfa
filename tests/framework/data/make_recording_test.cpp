#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/data/some_recording.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

TEST(MakeRecording, TakesTheNamedArrayForTheSignals) {
  const Recording recording = make().recording;
  EXPECT_EQ(recording.name, "rat.npz");
  EXPECT_TRUE(recording.signals.equal(some_arrays()[0].tensor));
  EXPECT_EQ(recording.num_bins(), 4);
  EXPECT_EQ(recording.num_channels(), 2);
  EXPECT_FALSE(recording.labels.contains("neural"));
}

TEST(MakeRecording, SignalsOfOneChannelAndOfAnyTypeBecomeFloats) {
  const Recording recording = make(with(&RecordingConfig::signals, {"trial"})).recording;
  EXPECT_TRUE(recording.signals.equal(floats({1, 1, 2, 2}, 1)));
}

TEST(MakeRecording, TheKindOfALabelIsThatOfItsType) {
  const Labels labels = make().recording.labels;
  EXPECT_TRUE(labels.continuous("speed").equal(at::tensor({.5, 1., 2., 4.}).view({4, 1})));
  EXPECT_EQ(labels.find("position").kind, LabelKind::continuous);
  EXPECT_TRUE(labels.discrete("trial").equal(integers({1, 1, 2, 2})));
  EXPECT_TRUE(labels.discrete("still").equal(integers({1, 0, 0, 1})));
}

TEST(MakeRecording, TheKindOfALabelIsWhatTheConfigSays) {
  const std::vector<NamedTensor> arrays = {{"neural", at::zeros({3, 2})},
                                           {"block", at::tensor({1.F, 2.F, 2.F})},
                                           {"depth", integers({10, 20, 30})}};
  const Labels labels = make_recording("x", in_memory(arrays),
                                       with(&RecordingConfig::continuous, {"depth"},
                                            with(&RecordingConfig::discrete, {"block"})))
                            .recording.labels;
  EXPECT_TRUE(labels.discrete("block").equal(integers({1, 2, 2})));
  EXPECT_TRUE(labels.continuous("depth").equal(at::tensor({10., 20., 30.}).view({3, 1})));
}

TEST(MakeRecording, SaysWhatWasDecided) {
  EXPECT_THAT(
      make().decisions,
      ElementsAre("label 'speed' is continuous, 4 x 1", "label 'position' is continuous, 4 x 2",
                  "label 'trial' is discrete, 4", "label 'still' is discrete, 4",
                  "array 'map' is no label: it has 6 rows, the recording has 4 bins",
                  "array 'cube' is no label: it is 4 x 1 x 1, a label is T or T x d"));
}

TEST(MakeRecording, ChangesOfTheTrialAreBorders) {
  EXPECT_THAT(make().recording.segments, ElementsAre(Segment{0, 4}));
  EXPECT_THAT(make(with(&RecordingConfig::trials, "trial")).recording.segments,
              ElementsAre(Segment{0, 2}, Segment{2, 4}));
}

TEST(MakeRecording, JoinsArraysThatAreNamedOrBeginAlike) {
  const LoadedRecording loaded = make_units();
  EXPECT_TRUE(loaded.recording.signals.equal(floats({7, 8, 1, 4, 9, 10, 2, 5, 11, 12, 3, 6}, 4)));
  EXPECT_THAT(loaded.decisions, ElementsAre("label 'speed' is continuous, 3 x 1",
                                            "array 'place' has a row for each channel",
                                            "array 'depth' has a row for each channel",
                                            "array 'notes' is no label: it holds text"));
}

TEST(MakeRecording, TakesTheNeuronsThatAreListedInTheirOrder) {
  const auto signals = [](std::vector<SelectedRange> ranges) {
    return make_units(with(&RecordingConfig::neurons, {"", std::move(ranges)})).recording.signals;
  };
  EXPECT_TRUE(signals({{3, 3}, {0, 2}}).equal(floats({4, 7, 8, 5, 9, 10, 6, 11, 12}, 3)));
  EXPECT_TRUE(signals({{1, 1}}).equal(floats({8, 10, 12}, 1)));
}

TEST(MakeRecording, TakesTheNeuronsForWhichAConditionHolds) {
  const LoadedRecording loaded =
      make_units(with(&RecordingConfig::neurons, {"place == 1 and depth < 35", {}}));
  EXPECT_TRUE(loaded.recording.signals.equal(floats({7, 1, 9, 2, 11, 3}, 2)));
  EXPECT_TRUE(loaded.recording.channel_labels.discrete("place").equal(integers({1, 1})));
  EXPECT_EQ(loaded.decisions.back(), "2 of 4 channels are used");
}

TEST(MakeRecording, SaysHowManyBinsAreUsed) {
  const LoadedRecording loaded = make(with(&RecordingConfig::select, "speed != 1"));
  EXPECT_EQ(loaded.decisions.back(), "3 of 4 bins are used, in 2 segments");
}

TEST(MakeRecording, BinsThatAreCutOutMayHaveSignalsThatAreNotFinite) {
  auto arrays = some_arrays();
  arrays[0].tensor[1][1] = std::numeric_limits<float>::quiet_NaN();
  const RecordingConfig without = with(&RecordingConfig::select, "speed != 1");
  EXPECT_THAT(make_recording("rat.npz", in_memory(arrays), without).recording.segments,
              ElementsAre(Segment{0, 1}, Segment{2, 4}));
}

TEST(MakeRecording, SaysNothingOfAxesThatAreKnown) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  FileArrays file = in_memory({{"F", floats({1, 2, 3, 4, 5, 6}, 3)}});
  file[0] = file[0].with(facts);
  make_recording("plane0", file, with(&RecordingConfig::signals, {"F"}));
  EXPECT_THAT(warnings,
              ElementsAre("plane0: the signals 'F' are 2 bins x 3 channels, more channels "
                          "than bins"));
}

TEST(MakeRecording, TransposesSignalsAndSaysWhereTheySeemToBe) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  const FileArrays file = in_memory({{"F", floats({1, 2, 3, 4, 5, 6}, 3)}});
  const RecordingConfig plain = with(&RecordingConfig::signals, {"F"});
  EXPECT_EQ(size_text(make_recording("F.npy", file, plain).recording),
            "F.npy: 2 bins x 3 channels");
  EXPECT_THAT(warnings,
              ElementsAre("F.npy: the signals 'F' are 2 bins x 3 channels, more channels than "
                          "bins: if they are channels x bins in the file, set data.transpose = "
                          "true"));
  warnings.clear();
  const Recording turned =
      make_recording("F.npy", file, with(&RecordingConfig::transpose, true, plain)).recording;
  EXPECT_TRUE(turned.signals.equal(floats({1, 4, 2, 5, 3, 6}, 2)));
  EXPECT_THAT(warnings, ElementsAre());
}

TEST(MakeRecording, WarnsOfTransposedSignalsThatNeedNotBe) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  make(with(&RecordingConfig::transpose, true));
  EXPECT_THAT(warnings, ElementsAre("rat.npz: the signals 'neural' are 2 bins x 4 channels, more "
                                    "channels than bins: if they are bins x channels in the file, "
                                    "leave out data.transpose"));
}

TEST(MakeRecording, WarnsOfChannelsThatAreZeroThroughout) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  const at::Tensor signals = floats({0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 3}, 4);
  make_recording("rat.npz", in_memory({{"neural", at::cat({signals, signals})}}), {});
  EXPECT_THAT(warnings, ElementsAre("rat.npz: 2 of 4 channels are 0 in every bin that is used: 0, "
                                    "2 (data.neurons can leave them out)"));
  warnings.clear();
  const RecordingConfig chosen = with(&RecordingConfig::neurons, {"", {{3, 3}, {1, 1}}},
                                      with(&RecordingConfig::select, "keep"));
  make_recording("rat.npz",
                 in_memory({{"neural", at::cat({signals, signals})},
                            {"keep", at::tensor({1, 1, 0, 1, 1, 0})}}),
                 chosen);
  EXPECT_THAT(warnings, ElementsAre("rat.npz: 1 of 2 channels are 0 in every bin that is used: 3 "
                                    "(data.neurons can leave them out)"));
}

TEST(MakeRecording, TakesNoComplexNumbersForSignals) {
  const std::vector<NamedTensor> arrays = {{"neural", at::ones({4, 2}, at::kComplexFloat)}};
  EXPECT_THAT(
      message_of([&] { make_recording("x", in_memory(arrays), {}); }),
      testing::HasSubstr("x: the signals 'neural' are complex numbers, signals are real ones"));
}

TEST(MakeRecording, TakesNoComplexNumbersForALabel) {
  const std::vector<NamedTensor> arrays = {{"neural", at::ones({4, 2})},
                                           {"phase", at::ones({4}, at::kComplexDouble)},
                                           {"gain", at::ones({2}, at::kComplexFloat)}};
  const Recording recording = make_recording("x", in_memory(arrays), {}).recording;
  EXPECT_THAT(message_of([&] { recording.labels.find("phase"); }),
              testing::HasSubstr("holds complex numbers, a label is of real ones"));
  EXPECT_FALSE(recording.channel_labels.contains("gain"));
}

}  // namespace
}  // namespace facet
