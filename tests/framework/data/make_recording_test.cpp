#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/data/arrays.h"
#include "framework/data/recording_configs.h"
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

FileArrays in_memory(const std::vector<NamedTensor>& arrays) {
  return {arrays.begin(), arrays.end()};
}

LoadedRecording make(const RecordingConfig& config = {}) {
  return make_recording("rat.npz", in_memory(some_arrays()), config);
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

std::string refusal(const std::vector<NamedTensor>& arrays, const RecordingConfig& config = {}) {
  return message_of([&] { make_recording("rat.npz", in_memory(arrays), config); });
}

/// Three bins; four units in columns of their own, and what is known of each.
FileArrays units() {
  return {{"unit_10", integers({1, 2, 3})},
          {"unit_2", integers({4, 5, 6})},
          {"speed", at::tensor({.5F, 1.F, 2.F})},
          {"lfp", floats({7, 8, 9, 10, 11, 12}, 2)},
          {"place", integers({1, 0, 1, 0})},
          {"depth", at::tensor({10.F, 20.F, 30.F, 40.F})},
          FileArray::unreadable("notes", "holds text")};
}

LoadedRecording make_units(RecordingConfig config = {}) {
  config.signals = {"lfp", "unit_*"};
  return make_recording("rat.csv", units(), config);
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

TEST(MakeRecordingRefuses, NeuronsThatAreNotThere) {
  const auto refused = [](Selection neurons) {
    return message_of([&] { make_units(with(&RecordingConfig::neurons, neurons)); });
  };
  EXPECT_EQ(refused({"", {{2, 5}}}),
            "data.neurons cannot be used: rat.csv: there is no channel 4, the last one is 3");
  EXPECT_EQ(refused({"", {{2, 2}, {1, 3}}}),
            "data.neurons cannot be used: rat.csv: channel 2 is listed twice");
  EXPECT_EQ(refused({"place > 1", {}}), "data.neurons cannot be used: rat.csv: no channel remains");
  EXPECT_EQ(refused({"speed > 1", {}}),
            "data.neurons cannot be used: rat.csv: label 'speed' has a row for each bin, not for "
            "each of the 4 channels");
}

TEST(MakeRecordingRefuses, LabelsThatDescribeChannelsOrAreNotReadable) {
  const Labels labels = make_units().recording.labels;
  EXPECT_EQ(message_of([&] { labels.find("place"); }),
            "label 'place' has 4 rows, one for each channel: the recording has 3 bins");
  EXPECT_EQ(message_of([&] { labels.find("notes"); }), "label 'notes' holds text");
}

TEST(MakeRecordingRefuses, SignalsOfSeveralLengthsOrNotReadable) {
  EXPECT_EQ(
      message_of([] {
        make_recording("rat.csv", units(), with(&RecordingConfig::signals, {"speed", "place"}));
      }),
      "data.signals cannot be used: rat.csv: the signals must have the same bins, but "
      "'speed' has 3 and 'place' has 4");
  EXPECT_EQ(message_of([] {
              make_recording("rat.csv", units(), with(&RecordingConfig::signals, {"notes"}));
            }),
            "data.signals cannot be used: rat.csv: the array 'notes' holds text");
}

TEST(MakeRecordingRefuses, MissingSignals) {
  const std::vector<NamedTensor> arrays = {{"neurons", at::ones({2, 2})}, {"speed", at::ones({2})}};
  EXPECT_EQ(refusal(arrays),
            "data.signals cannot be used: rat.npz: there is no array 'neural' with the signals (it "
            "has 'neurons', 'speed')");
  EXPECT_EQ(refusal(arrays, with(&RecordingConfig::signals, {"neuron"})),
            "data.signals cannot be used: rat.npz: there is no array 'neuron' with the signals, "
            "did you mean 'neurons'? (it has "
            "'neurons', 'speed')");
  EXPECT_EQ(refusal({}),
            "data.signals cannot be used: rat.npz: there is no array 'neural' with the signals (it "
            "has no arrays)");
}

TEST(MakeRecordingRefuses, SignalsOfAnotherShape) {
  EXPECT_EQ(refusal({{"neural", at::ones({2, 3, 4})}}),
            "data.signals cannot be used: rat.npz: the signals 'neural' must be bins x channels, "
            "they are 2 x 3 x 4");
  EXPECT_EQ(refusal({{"neural", at::ones({0, 3})}}),
            "data.signals cannot be used: rat.npz: the signals 'neural' must be bins x channels, "
            "they are 0 x 3");
  EXPECT_EQ(refusal({{"neural", at::ones({})}}),
            "data.signals cannot be used: rat.npz: the signals 'neural' must be bins x channels, "
            "they are a single value");
}

TEST(MakeRecordingRefuses, SignalsThatAreNotFinite) {
  auto arrays = some_arrays();
  arrays[0].tensor[2][1] = std::numeric_limits<float>::quiet_NaN();
  arrays[0].tensor[3][0] = std::numeric_limits<float>::infinity();
  EXPECT_EQ(refusal(arrays),
            "data.signals cannot be used: rat.npz: the signals 'neural' are not finite (NaN or "
            "infinity), first in bin 2, channel 1, in all in 2 bins, 2 values: leave bins out by "
            "data.select or data.epochs, channels by data.neurons");
}

TEST(MakeRecordingRefuses, LabelsThatTheConfigNamesAndThatAreNotThere) {
  EXPECT_EQ(
      refusal(some_arrays(), with(&RecordingConfig::discrete, {"map"})),
      "data.discrete cannot be used: rat.npz: label 'map' has 6 rows, the recording has 4 bins");
  EXPECT_EQ(refusal(some_arrays(), with(&RecordingConfig::continuous, {"sped"})),
            "data.continuous cannot be used: rat.npz: there is no label 'sped'; the recording has "
            "'speed', 'position', 'trial', 'still'; no labels are: 'map' has 6 rows, the recording "
            "has 4 bins; 'cube' is 4 x 1 x 1, a label is T or T x d");
  EXPECT_EQ(refusal(some_arrays(), with(&RecordingConfig::trials, "speed")),
            "data.trials cannot be used: label 'speed' is continuous, a discrete one is needed: "
            "list it in [data] "
            "discrete if its values are classes");
}

TEST(MakeRecordingRefuses, DiscreteLabelsThatAreNoClasses) {
  EXPECT_EQ(refusal(some_arrays(), with(&RecordingConfig::discrete, {"speed"})),
            "data.discrete cannot be used: rat.npz: label 'speed' cannot be used: it is to be "
            "discrete, but not all of its values are integers");
  EXPECT_EQ(refusal(some_arrays(), with(&RecordingConfig::discrete, {"position"})),
            "data.discrete cannot be used: rat.npz: label 'position' is 4 x 2 and discrete: a "
            "discrete label has one column; list it in [data] continuous to use its numbers as "
            "they are");
}

TEST(MakeRecordingRefuses, TwoArraysOfOneName) {
  auto arrays = some_arrays();
  arrays.push_back({"trial", integers({0, 0, 0, 0})});
  EXPECT_EQ(refusal(arrays), "") << "nobody asks for it";
  EXPECT_EQ(refusal(arrays, with(&RecordingConfig::trials, "trial")),
            "data.trials cannot be used: label 'trial' is the name of 2 arrays: each needs a name "
            "of its own, in all files of data.file");
}

TEST(MakeRecordingRefuses, AnArrayOfAPatternThatCannotBeUsed) {
  const auto refused = [](std::vector<std::string> signals, FileArrays file) {
    return message_of([&] {
      make_recording("rat.csv", file, with(&RecordingConfig::signals, std::move(signals)));
    });
  };
  FileArrays file = units();
  file.push_back(FileArray::unreadable("unit_3", "holds text, first 'NA' in row 502"));
  EXPECT_EQ(refused({"unit_*"}, file),
            "data.signals cannot be used: rat.csv: the array 'unit_3', one of 'unit_*', holds "
            "text, first 'NA' in row 502");
  file.back() = {"unit_3", at::ones({4, 2, 1})};
  EXPECT_EQ(refused({"unit_*"}, file),
            "data.signals cannot be used: rat.csv: the signals 'unit_3' must be bins x channels, "
            "they are 4 x 2 x 1");
  file.back() = {"unit_2", integers({0, 0, 0})};
  EXPECT_EQ(refused({"unit_*"}, file),
            "data.signals cannot be used: rat.csv: the array 'unit_2', one of 'unit_*', is the "
            "name of 2 arrays: each needs a name of its own, in all files of data.file");
  EXPECT_EQ(refused({"unit_*", "unit_2"}, units()),
            "data.signals cannot be used: rat.csv: the array 'unit_2' is named twice, the second "
            "time by 'unit_2'");
}

TEST(MakeRecordingRefuses, SignalsThatAreTooLargeForFloat32AndSaysSo) {
  const auto refused = [](double value) {
    const at::Tensor signals = at::ones({4, 2}, at::kDouble);
    signals[3][1] = value;
    return refusal({{"neural", signals}});
  };
  EXPECT_EQ(refused(1e200),
            "data.signals cannot be used: rat.npz: the signals 'neural' hold 1e+200 in bin 3, "
            "channel 1: too large, its square does not fit into a float32 (up to 1.8e19 does). "
            "Values that cannot be used are in 1 bin, 1 value: leave bins out by data.select or "
            "data.epochs, channels by data.neurons");
  EXPECT_THAT(refused(-1e20), testing::HasSubstr("hold -1e+20 in bin 3, channel 1: too large"));
  EXPECT_THAT(refused(HUGE_VAL), testing::HasSubstr("are not finite"));
  EXPECT_EQ(refused(1e19), "");
}

/// Arrays of a file, and which of them were read.
class UnaskedArrays : public ::testing::Test {
 protected:
  FileArray array(const std::string& name, const at::Tensor& values) {
    return {name, values.sizes().vec(), values.scalar_type(), [this, name, values] {
              read.push_back(name);
              return values;
            }};
  }
  FileArray damaged(const std::string& name, std::vector<std::int64_t> shape) {
    return {name, std::move(shape), at::kFloat,
            [name]() -> at::Tensor { throw Error("rat.npz: '" + name + "' is damaged"); }};
  }

  std::vector<std::string> read;
};

TEST_F(UnaskedArrays, AreNotReadWhereTheyAreNoLabels) {
  const FileArrays file = {array("neural", at::ones({4, 2})),
                           array("speed", at::ones({4})),
                           array("raw", at::ones({100, 2})),
                           array("cube", at::ones({4, 2, 2})),
                           array("counts", at::ones({4, 2}, at::kLong)),
                           array("wide", at::ones({4, 65})),
                           damaged("bad", {7, 3})};
  const LoadedRecording loaded = make_recording("rat.npz", file, {});
  EXPECT_THAT(read, ElementsAre("neural", "speed"));
  EXPECT_THAT(loaded.decisions,
              testing::Contains("array 'wide' is no label: it is 4 x 65: an array of more than 64 "
                                "columns is read only where it is asked for; list it in [data] "
                                "continuous"));
}

TEST_F(UnaskedArrays, OfManyColumnsAreReadWhereTheyAreAskedFor) {
  const FileArrays file = {array("neural", at::ones({4, 2})), array("wide", at::ones({4, 65})),
                           array("pose", at::ones({4, 70}))};
  const LoadedRecording loaded = make_recording(
      "rat.npz", file, with(&RecordingConfig::continuous, {"pose"}), "data", {"wide"});
  EXPECT_TRUE(loaded.recording.labels.contains("wide"));
  EXPECT_TRUE(loaded.recording.labels.contains("pose"));
}

TEST_F(UnaskedArrays, ThatAreDamagedAreToldOnlyWhereTheyAreAskedFor) {
  const FileArrays file = {array("neural", at::ones({4, 2})), damaged("speed", {4})};
  const Labels labels = make_recording("rat.npz", file, {}).recording.labels;
  EXPECT_EQ(message_of([&] { labels.find("speed"); }),
            "label 'speed' cannot be used: rat.npz: 'speed' is damaged");
}

TEST_F(UnaskedArrays, OfIntegersInSeveralColumnsAreNoLabels) {
  auto arrays = some_arrays();
  arrays.push_back({"raw_counts", at::ones({4, 2}, at::kLong)});
  const Labels labels = make_recording("rat.npz", in_memory(arrays), {}).recording.labels;
  EXPECT_EQ(message_of([&] { labels.find("raw_counts"); }),
            "label 'raw_counts' is 4 x 2 and discrete: a discrete label has one column; list it in "
            "[data] continuous to use its numbers as they are");
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
