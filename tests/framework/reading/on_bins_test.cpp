// A recording of event times, samples and intervals, brought onto bins of half a second.
#include "framework/reading/on_bins.h"

#include <gmock/gmock.h>

#include <cmath>

#include "framework/data/arrays.h"
#include "framework/data/make_recording.h"
#include "framework/data/recording_configs.h"
#include "framework/reading/timed_arrays.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Two seconds: three units, a position at four samples a second, a tone now and then, two trials.
FileArrays session() {
  return {trains("units", {{0.1, 0.2, 0.6, 1.9}, {}, {0.5, 1.0, 1.49}}),
          told_of("units", texts("units.quality", {"good", "noise", "good"})),
          sampled("position", doubles({0, 1, 2, 3, 4, 5, 6, 7}), 4),
          at_times("side", integers({7, 8, 9}), "side_times"),
          FileArray("side_times", doubles({0.2, 0.9, 1.4})),
          trains("tones", {{0.3, 0.4, 1.2}}),
          intervals("trials", {0.1, 0.9, 1.2, 2.0}),
          told_of("trials", texts("trials.outcome", {"hit", "miss"})),
          told_of("trials", FileArray("trials.reward", doubles({2.5, nan}))),
          told_of("trials", FileArray("trials.block", integers({4, 5}))),
          sampled("lfp", at::zeros({2000, 100}), 1000)};
}

RecordingConfig half_seconds(RecordingConfig config = {}) {
  config.signals = {"units"};
  config.bin = 0.5;
  config.start = 0;
  config.stop = 2;
  return config;
}

LoadedRecording read(const RecordingConfig& config, const FileArrays& file = session(),
                     const std::vector<std::string>& asked = {}) {
  const ArrangedArrays rows = on_bins(file, config, "data", asked);
  LoadedRecording loaded = make_recording("rat.nwb", rows.arrays, rows.config);
  loaded.decisions.insert(loaded.decisions.begin(), rows.decisions.begin(), rows.decisions.end());
  return loaded;
}

std::string mistake(const RecordingConfig& config, const FileArrays& file = session()) {
  return message_of([&] { read(config, file); });
}

TEST(OnBins, EventsAreCountedByUnit) {
  const auto [recording, decisions] = read(half_seconds());
  EXPECT_TRUE(recording.signals.equal(floats({2, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0}, 3)));
  EXPECT_THAT(decisions, Contains("4 bins of 0.5 s, from 0 s to 2 s"));
  EXPECT_THAT(decisions, Contains("'units': 7 of 7 events of 3 units are in the bins"));
}

TEST(OnBins, StartAndStopAreThoseOfTheEventsWhereTheyAreLeftOut) {
  RecordingConfig config = half_seconds();
  config.start.reset();
  config.stop.reset();
  const FileArrays file = {trains("units", {{0.7, 1.2}, {2.0}})};
  const auto [recording, decisions] = read(config, file);
  EXPECT_TRUE(recording.signals.equal(floats({1, 0, 1, 0, 0, 0, 0, 1}, 2)));
  EXPECT_THAT(decisions, Contains("4 bins of 0.5 s, from 0.5 s to 2.5 s"));
}

TEST(OnBins, RatesAreEventsASecond) {
  const Recording recording = read(with(&RecordingConfig::rates, true, half_seconds())).recording;
  EXPECT_TRUE(recording.signals.equal(floats({4, 0, 0, 2, 0, 2, 0, 0, 4, 2, 0, 0}, 3)));
}

TEST(OnBins, NeuronsAreChosenByWhatTheFileSaysOfThem) {
  RecordingConfig config = half_seconds();
  config.neurons.condition = "quality == 'good'";
  const Recording recording = read(config).recording;
  EXPECT_TRUE(recording.signals.equal(floats({2, 0, 1, 1, 0, 2, 1, 0}, 2)));
  config.neurons.condition = "units.quality == 'noise'";
  EXPECT_TRUE(read(config).recording.signals.equal(floats({0, 0, 0, 0}, 1)));
}

TEST(OnBins, SamplesBecomeTheirMeans) {
  const Labels labels = read(half_seconds(), session(), {"position"}).recording.labels;
  EXPECT_TRUE(labels.find("position").values.equal(doubles({0.5, 2.5, 4.5, 6.5}).unsqueeze(1)));
}

TEST(OnBins, SamplesAreAlignedAsTheConfigSays) {
  RecordingConfig config = half_seconds();
  config.align = {{"position", "last", 1.0}};
  const auto [recording, decisions] = read(config);
  EXPECT_TRUE(recording.labels.find("position").values.equal(doubles({1, 3, 5, 7}).unsqueeze(1)));
  EXPECT_THAT(decisions, Contains("'position' is brought onto the bins by last, at most 1 s"));
}

TEST(OnBins, WholeNumbersAreTheLastOneAndMissingWhereThereIsNone) {
  RecordingConfig config = half_seconds();
  config.align = {{"side", "last", 0.3}};
  const Recording recording = read(config).recording;
  const Label& side = recording.labels.find("side");
  EXPECT_EQ(side.kind, LabelKind::discrete);
  EXPECT_TRUE(side.values.equal(integers({7, 8, 9, -1})));
  EXPECT_TRUE(side.missing.equal(at::tensor({0, 0, 0, 1}).to(at::kBool)));
  EXPECT_THAT(message_of([&] { recording.labels.discrete("side"); }),
              HasSubstr("is missing in 1 of 4 rows, first in row 3"));
}

TEST(OnBins, IntervalsAreNumberedAndTheirColumnsAreLabels) {
  RecordingConfig config = half_seconds();
  config.labels = {"trials", "trials.outcome", "trials.reward", "trials.block"};
  const Labels labels = read(config).recording.labels;
  // Centres are 0.25, 0.75, 1.25, 1.75 s.
  EXPECT_TRUE(labels.discrete("trials").equal(integers({0, 0, 1, 1})));
  EXPECT_THAT(labels.find("trials.outcome").classes, ElementsAre("hit", "miss"));
  EXPECT_TRUE(labels.discrete("trials.outcome").equal(integers({0, 0, 1, 1})));
  EXPECT_TRUE(labels.find("trials.reward").values.slice(0, 0, 2).eq(2.5).all().item<bool>());
  EXPECT_TRUE(labels.find("trials.reward").values.slice(0, 2).isnan().all().item<bool>());
  EXPECT_TRUE(labels.discrete("trials.block").equal(integers({4, 4, 5, 5})));
}

TEST(OnBins, BinsAreSelectedByIntervals) {
  RecordingConfig config = half_seconds();
  config.bin = 0.25;
  config.select = "in trials and trials.outcome == 'miss'";
  config.trials = "trials";
  EXPECT_EQ(read(config).recording.segments, (std::vector<Segment>{{5, 8}}));
  config.select = "not in trials";
  EXPECT_EQ(read(config).recording.segments, (std::vector<Segment>{{4, 5}}));
}

TEST(OnBins, TrialsAreBordersAndEpochsAreSeconds) {
  RecordingConfig config = half_seconds();
  config.trials = "trials";
  EXPECT_EQ(read(config).recording.segments, (std::vector<Segment>{{0, 2}, {2, 4}}));
  config.trials.reset();
  config.epochs.ranges = {{0.7, 1.7}};
  EXPECT_EQ(read(config).recording.segments, (std::vector<Segment>{{1, 3}}));
}

TEST(OnBins, EventsAreALabelToo) {
  const Labels labels = read(half_seconds(), session(), {"tones"}).recording.labels;
  EXPECT_TRUE(labels.find("tones").values.equal(doubles({2, 0, 1, 0}).unsqueeze(1)));
}

TEST(OnBins, WhatNobodyAsksForIsNotRead) {
  FileArrays file = session();
  file.push_back(FileArray("raw", {1LL << 40, 384}, at::kShort, [] {
    ADD_FAILURE() << "it is read";
    return at::Tensor();
  }));
  const Labels labels = read(half_seconds(), file).recording.labels;
  EXPECT_EQ(message_of([&] { labels.find("lfp"); }),
            "label 'lfp' is not brought onto the bins, since nothing asks for it: list it in "
            "data.labels to have it as a label");
  EXPECT_THAT(labels.find("bin_time").values.flatten().equal(doubles({0.25, 0.75, 1.25, 1.75})),
              true);
}

TEST(OnBins, SamplesCanBeTheSignals) {
  RecordingConfig config = half_seconds();
  config.signals = {"position", "units"};
  EXPECT_TRUE(read(config).recording.signals.equal(
      floats({.5, 2, 0, 0, 2.5, 1, 0, 1, 4.5, 0, 0, 2, 6.5, 1, 0, 0}, 4)));
}

// Four samples at 4 Hz: a bin of half a second holds two.
TEST(OnBins, SignalsOfWholeNumbersAreAveraged) {
  FileArrays file = session();
  file.push_back(sampled("counts", integers({1, 0, 4, 1, 0, 0, 7, 8}), 4));
  RecordingConfig config = half_seconds();
  config.signals = {"counts"};
  EXPECT_TRUE(read(config, file).recording.signals.equal(floats({0.5, 2.5, 0, 7.5}, 1)));
}

// numpy's arange(20) * 0.1 and arange(20) / 10 have steps of 0.1 but for the last digits.
TEST(OnBins, TimeStampsAsLongAsBinsAreAveragedLikeARate) {
  RecordingConfig config = half_seconds();
  config.signals = {"position"};
  config.bin = 0.1;
  for (const bool divided : {false, true}) {
    std::vector<double> times, values;
    for (int i = 0; i < 20; ++i) {
      times.push_back(divided ? i / 10.0 : i * 0.1);
      values.push_back(i * i);
    }
    const FileArrays file = {at_times("position", doubles(values), "t"),
                             FileArray("t", doubles(times))};
    const auto [recording, decisions] = read(config, file);
    EXPECT_THAT(decisions, Contains("'position' is brought onto the bins by mean"));
    EXPECT_TRUE(recording.signals.flatten().to(at::kDouble).equal(doubles(values)));
  }
}

TEST(OnBins, DegreesThatBecomeRadiansAreTold) {
  ArrayFacts degrees = sampled("hd", doubles({0}), 4).facts();
  degrees.unit = "deg";
  FileArrays file = session();
  file.push_back(FileArray("hd", doubles({350, 10, 90, 90, 0, 0, 0, 0})).with(degrees));
  RecordingConfig config = half_seconds();
  config.angles = {"hd"};
  const auto [recording, decisions] = read(config, file);
  EXPECT_THAT(decisions, Contains("'hd' is brought onto the bins by mean, in radians"));
  EXPECT_NEAR(recording.labels.find("hd").values[1][0].item<double>(), 1.5707963267948966, 1e-12);
}

TEST(OnBins, WhatAKeyNamesMustBeThere) {
  RecordingConfig config = half_seconds();
  config.labels = {"postion", "units", "units.quality"};
  config.angles = {"head"};
  config.align = {{"lick", "mean", {}}, {"tones", "mean", {}}};
  const std::string all = mistake(config);
  for (const char* part :
       {"data.labels[0] cannot be used: there is no array 'postion', did you mean 'position'?",
        "data.labels[1] cannot be used: 'units' is of the signals",
        "data.labels[2] cannot be used: 'units.quality' tells of the signals",
        "data.angles[0] cannot be used: there is no array 'head'",
        "data.align[0] cannot be used: there is no array 'lick'",
        "data.align[1] cannot be used: 'tones' holds events, only samples are aligned"})
    EXPECT_THAT(all, HasSubstr(part));
}

TEST(OnBins, ALabelThatIsAskedForAndCannotBeMadeIsAMistake) {
  FileArrays file = session();
  file.push_back(sampled("late", doubles({1, 2, 3}), 4, 100));
  RecordingConfig config = half_seconds();
  config.labels = {"late"};
  EXPECT_THAT(
      mistake(config, file),
      HasSubstr("data.labels[0] cannot be used: 'late' has no value in any bin: its samples "
                "are from 100 s to 100.75 s, the bins from 0 s to 2 s"));
  config.labels = {"side_times"};
  EXPECT_THAT(mistake(config, file),
              HasSubstr("data.labels[0] cannot be used: the array 'side_times' does not say when"));
}

TEST(OnBins, MistakesSayWhatWouldBeRight) {
  FileArrays file = session();
  file.emplace_back("speed", doubles({1, 2, 3}));
  RecordingConfig config = half_seconds();
  config.signals = {"speed"};
  EXPECT_EQ(mistake(config, file),
            "data.signals cannot be used: the array 'speed' does not say when it was sampled: give "
            "its rate, or the array of its times, to its file, such as data.file = { path = "
            "\"...\", rate = 30 } or { path = \"...\", time = \"t\" }");
  ArrayFacts of_times;
  of_times.role = ArrayRole::times;
  file.push_back(FileArray("t", doubles({1, 2, 3})).with(of_times));
  file.push_back(FileArray("spike_times", integers({30000, 60000})).with(of_times));
  config.signals = {"t"};
  EXPECT_EQ(mistake(config, file),
            "data.signals cannot be used: the array 't' holds times, which are neither signals nor "
            "a label: the label bin_time has those of the bins");
  config.signals = {"spike_times"};
  EXPECT_EQ(mistake(config, file),
            "data.signals cannot be used: the array 'spike_times' holds times in samples of an "
            "acquisition, not in seconds: data.file = { path = \"...\", events = "
            "[\"spike_times\", \"...\"], unit = \"samples\", rate = 30000 } makes events of them, "
            "named after the file; the second array says whose each is");
  config.signals = {"trials"};
  EXPECT_EQ(mistake(config, file),
            "data.signals cannot be used: the array 'trials' holds intervals, signals are events "
            "or samples");
  config.signals = {"position"};
  config.smooth = 0.1;
  EXPECT_EQ(mistake(config, file),
            "data.signals cannot be used: data.smooth is of event counts, the signals are samples");
  config = half_seconds();
  config.stop = 0.2;
  EXPECT_THAT(mistake(config, file), HasSubstr("data.bin cannot be used: "));
  config = half_seconds();
  config.select = "speed > 1";
  EXPECT_THAT(mistake(config, file), HasSubstr("label 'speed' cannot be brought onto the bins: the "
                                               "array 'speed' does not say when it was sampled"));
}

}  // namespace
}  // namespace facet
