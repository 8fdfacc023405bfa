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
            "data.select or data.epochs, channels by data.neurons, or fill NaN by data.fill");
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
            "discrete, but 1 of its 4 values are not integers, first 0.5 in row 0");
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

TEST(MakeRecordingRefuses, SignalsThatHaveNoRowForEachBin) {
  const auto refused = [](const FileArray& array, ArrayRole role) {
    ArrayFacts facts;
    facts.role = role;
    RecordingConfig config;
    config.signals = {array.name()};
    return message_of([&] { make_recording("rat", {array.with(facts)}, config); });
  };
  const std::string begin = "data.signals cannot be used: rat: ";
  const auto never = [](Rows) -> RaggedValues { throw Error("was read"); };
  EXPECT_EQ(refused(FileArray::ragged("spikes", {12}, at::kDouble, never), ArrayRole::events),
            begin + "'spikes' are event times of 12 units: data.bin makes counts of them");
  EXPECT_EQ(refused({"licks", at::ones({9}, at::kDouble)}, ArrayRole::events),
            begin + "'licks' are event times: data.bin makes counts of them");
  EXPECT_EQ(refused({"trials", at::ones({8, 2}, at::kDouble)}, ArrayRole::intervals),
            begin + "'trials' are 8 intervals, from when to when: signals have a row for each bin");
  EXPECT_EQ(refused(FileArray::text("side", 2,
                                    [] {
                                      return TextValues::of({"left", "right"});
                                    }),
                    ArrayRole::unknown),
            begin + "'side' is text, signals are numbers");
  EXPECT_EQ(
      refused(FileArray::ragged("laps", {3}, at::kDouble, never), ArrayRole::unknown),
      begin +
          "'laps' has rows of different lengths, signals are bins x channels: if it holds event "
          "times, data.bin makes counts of them");
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
            "data.epochs, channels by data.neurons, or fill NaN by data.fill");
  EXPECT_THAT(refused(-1e20), testing::HasSubstr("hold -1e+20 in bin 3, channel 1: too large"));
  EXPECT_THAT(refused(HUGE_VAL), testing::HasSubstr("are not finite"));
  EXPECT_EQ(refused(1e19), "");
}

}  // namespace
}  // namespace facet
