// Signals that are trials x time x channels.
#include "framework/reading/trials_in_a_row.h"

#include <gmock/gmock.h>

#include "framework/data/arrays.h"
#include "framework/data/make_recording.h"
#include "framework/reading/timed_arrays.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

/// Two trials of three bins, two channels.
at::Tensor cube() {
  return at::arange(12, at::kFloat).view({2, 3, 2});
}

FileArrays in_trials() {
  return {{"neural", cube()},
          texts("outcome", {"hit", "miss"}),
          {"speed", at::arange(6, at::kDouble).view({2, 3})},
          {"since_go", doubles({-1, 0, 1})},
          {"depth", doubles({100, 200, 300, 400}).view({2, 2})}};
}

Recording read_trials(const FileArrays& file, const RecordingConfig& config = {}) {
  const ArrangedArrays rows = trials_in_a_row(file, config, "data");
  return make_recording("trials.npz", rows.arrays, rows.config).recording;
}

TEST(TrialsInARow, EachIsASegment) {
  EXPECT_TRUE(are_trials(in_trials(), {}));
  EXPECT_FALSE(are_trials({{"neural", at::ones({3, 2})}}, {}));
  const Recording recording = read_trials(in_trials());
  EXPECT_TRUE(recording.signals.equal(at::arange(12, at::kFloat).view({6, 2})));
  EXPECT_EQ(recording.segments, (std::vector<Segment>{{0, 3}, {3, 6}}));
  EXPECT_TRUE(recording.labels.discrete("trial_of_bin").equal(integers({0, 0, 0, 1, 1, 1})));
}

TEST(TrialsInARow, LabelsFollow) {
  const Labels labels = read_trials(in_trials()).labels;
  EXPECT_TRUE(labels.discrete("outcome").equal(integers({0, 0, 0, 1, 1, 1})));
  EXPECT_THAT(labels.find("outcome").classes, ElementsAre("hit", "miss"));
  EXPECT_TRUE(labels.find("speed").values.equal(at::arange(6, at::kDouble).view({6, 1})));
  EXPECT_TRUE(labels.find("since_go").values.equal(doubles({-1, 0, 1, -1, 0, 1}).unsqueeze(1)));
  EXPECT_TRUE(labels.find("depth").values.equal(
      doubles({100, 200, 100, 200, 100, 200, 300, 400, 300, 400, 300, 400}).view({6, 2})));
}

TEST(TrialsInARow, TransposedSignalsAreChannelsTimeTrials) {
  RecordingConfig config;
  config.transpose = true;
  const FileArrays file = {{"neural", cube().permute({2, 1, 0}).contiguous()}};
  EXPECT_TRUE(read_trials(file, config).signals.equal(at::arange(12, at::kFloat).view({6, 2})));
}

TEST(TrialsInARow, TrialsMayHaveLengthsOfTheirOwn) {
  const auto matrices = [](const std::string& name, const std::vector<at::Tensor>& rows) {
    const RaggedValues all = RaggedValues::of(rows);
    std::vector<std::int64_t> shape = rows[0].sizes().vec();
    shape[0] = static_cast<std::int64_t>(rows.size());
    return FileArray::ragged(name, shape, rows[0].scalar_type(), [all](Rows) { return all; });
  };
  const FileArrays file = {matrices("trials.neural", {at::ones({1, 2}), at::full({3, 2}, 2.F)}),
                           matrices("trials.speed", {doubles({5}), doubles({6, 7, 8})}),
                           matrices("trials.licks", {doubles({5, 5}), doubles({6, 7, 8})}),
                           texts("trials.outcome", {"hit", "miss"})};
  RecordingConfig config;
  config.signals = {"trials.neural"};
  EXPECT_TRUE(are_trials(file, config));
  const Recording recording = read_trials(file, config);
  EXPECT_TRUE(recording.signals.equal(floats({1, 1, 2, 2, 2, 2, 2, 2}, 2)));
  EXPECT_EQ(recording.segments, (std::vector<Segment>{{0, 1}, {1, 4}}));
  EXPECT_TRUE(
      recording.labels.find("trials.speed").values.equal(doubles({5, 6, 7, 8}).unsqueeze(1)));
  EXPECT_TRUE(recording.labels.discrete("trials.outcome").equal(integers({0, 1, 1, 1})));
  EXPECT_EQ(message_of([&] { recording.labels.find("trials.licks"); }),
            "label 'trials.licks' has other lengths than the trials of the signals "
            "'trials.neural'");
}

TEST(TrialsInARow, OneArrayOfSignalsIsInTrials) {
  RecordingConfig config;
  config.signals = {"neural", "speed"};
  EXPECT_EQ(message_of([&] { trials_in_a_row(in_trials(), config, "data"); }),
            "data.signals cannot be used: several arrays of signals cannot be trials x time x "
            "channels, as 'neural' and 'speed': name one");
}

}  // namespace
}  // namespace facet
