#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <limits>

#include "framework/data/arrays.h"
#include "framework/data/data_config.h"
#include "framework/data/recording_reader.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

/// Four bins of two channels, and one array of every sort.
std::vector<NamedTensor> some_arrays() {
  return {{"neural", floats({0, 1, 2, 3, 4, 5, 6, 7}, 2)},
          {"speed", at::tensor({.5F, 1.F, 2.F, 4.F})},
          {"position", floats({0, 1, 2, 3, 4, 5, 6, 7}, 2)},
          {"trial", integers({1, 1, 2, 2}).to(at::kInt)},
          {"still", at::tensor({1, 0, 0, 1}).to(at::kBool)},
          {"map", at::ones({6, 2})},
          {"cube", at::zeros({4, 1, 1})}};
}

LoadedRecording make(const DataConfig& config = {}) {
  return make_recording("rat.npz", some_arrays(), config);
}

TEST(MakeRecording, TakesTheNamedArrayForTheSignals) {
  const Recording recording = make().recording;
  EXPECT_EQ(recording.name, "rat.npz");
  EXPECT_TRUE(recording.signals.equal(some_arrays()[0].tensor));
  EXPECT_EQ(recording.num_bins(), 4);
  EXPECT_EQ(recording.num_channels(), 2);
  EXPECT_FALSE(recording.labels.contains("neural"));
}

TEST(MakeRecording, SignalsOfOneChannelAndOfAnyTypeBecomeFloats) {
  const Recording recording = make(with(&DataConfig::signals, "trial")).recording;
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
  const Labels labels = make_recording("x", arrays,
                                       with(&DataConfig::continuous, {"depth"},
                                            with(&DataConfig::discrete, {"block"})))
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
  EXPECT_THAT(make(with(&DataConfig::trials, "trial")).recording.segments,
              ElementsAre(Segment{0, 2}, Segment{2, 4}));
}

std::string refusal(const std::vector<NamedTensor>& arrays, const DataConfig& config = {}) {
  return message_of([&] { make_recording("rat.npz", arrays, config); });
}

TEST(MakeRecordingRefuses, MissingSignals) {
  const std::vector<NamedTensor> arrays = {{"neurons", at::ones({2, 2})}, {"speed", at::ones({2})}};
  EXPECT_EQ(refusal(arrays),
            "rat.npz: there is no array 'neural' with the signals (it has 'neurons', 'speed'; "
            "[data] signals says which one it is)");
  EXPECT_EQ(refusal(arrays, with(&DataConfig::signals, "neuron")),
            "rat.npz: there is no array 'neuron' with the signals, did you mean 'neurons'? (it has "
            "'neurons', 'speed'; [data] signals says which one it is)");
  EXPECT_EQ(refusal({}),
            "rat.npz: there is no array 'neural' with the signals (it has no arrays; [data] "
            "signals says which one it is)");
}

TEST(MakeRecordingRefuses, SignalsOfAnotherShape) {
  EXPECT_EQ(refusal({{"neural", at::ones({2, 3, 4})}}),
            "rat.npz: the signals 'neural' must be bins x channels, they are 2 x 3 x 4");
  EXPECT_EQ(refusal({{"neural", at::ones({0, 3})}}),
            "rat.npz: the signals 'neural' must be bins x channels, they are 0 x 3");
  EXPECT_EQ(refusal({{"neural", at::ones({})}}),
            "rat.npz: the signals 'neural' must be bins x channels, they are a single value");
}

TEST(MakeRecordingRefuses, SignalsThatAreNotFinite) {
  auto arrays = some_arrays();
  arrays[0].tensor[2][1] = std::numeric_limits<float>::quiet_NaN();
  arrays[0].tensor[3][0] = std::numeric_limits<float>::infinity();
  EXPECT_EQ(refusal(arrays),
            "rat.npz: the signals 'neural' are not finite (NaN or infinity), first at bin 2, "
            "channel 1");
}

TEST(MakeRecordingRefuses, LabelsThatTheConfigNamesAndThatAreNotThere) {
  EXPECT_EQ(refusal(some_arrays(), with(&DataConfig::discrete, {"map"})),
            "rat.npz: label 'map' has 6 rows, the recording has 4 bins");
  EXPECT_EQ(refusal(some_arrays(), with(&DataConfig::continuous, {"sped"})),
            "rat.npz: there is no label 'sped'; the recording has 'speed', 'position', 'trial', "
            "'still'");
  EXPECT_EQ(refusal(some_arrays(), with(&DataConfig::trials, "speed")),
            "rat.npz: label 'speed' is continuous, a discrete one is needed: list it in [data] "
            "discrete if its values are classes");
}

TEST(MakeRecordingRefuses, DiscreteLabelsThatAreNoClasses) {
  EXPECT_EQ(refusal(some_arrays(), with(&DataConfig::discrete, {"speed"})),
            "rat.npz: label 'speed' is to be discrete, but not all of its values are integers");
  EXPECT_EQ(refusal({{"neural", at::ones({2, 2})}, {"pair", at::ones({2, 2}, at::kLong)}}),
            "rat.npz: label 'pair' is 2 x 2 and discrete: a discrete label has one column; list it "
            "in [data] continuous to use its numbers as they are");
}

TEST(MakeRecordingRefuses, TwoArraysOfOneName) {
  auto arrays = some_arrays();
  arrays.push_back({"trial", integers({0, 0, 0, 0})});
  EXPECT_EQ(refusal(arrays), "rat.npz: there are two arrays named 'trial'");
}

}  // namespace
}  // namespace facet
