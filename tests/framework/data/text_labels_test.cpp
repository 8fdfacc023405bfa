// Arrays of text: discrete labels whose classes have names.
#include <gmock/gmock.h>

#include "facet/error.h"
#include "framework/data/recording_checksum.h"
#include "framework/data/sessions.h"
#include "framework/data/some_recording.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

FileArray text(const std::string& name, const Texts& rows) {
  return FileArray::text(name, static_cast<std::int64_t>(rows.size()),
                         [rows] { return TextValues::of(rows); });
}

/// Four bins of two channels.
FileArrays with_text(const Texts& side) {
  return {{"neural", floats({0, 1, 2, 3, 4, 5, 6, 7}, 2)},
          text("side", side),
          text("region", {"CA1", "CA3"})};
}

LoadedRecording make_with(const Texts& side, const RecordingConfig& config = {}) {
  return make_recording("rat.npz", with_text(side), config);
}

std::string mistake(const Texts& side, const RecordingConfig& config) {
  return message_of([&] { make_with(side, config); });
}

TEST(TextLabels, AreDiscreteAndHaveTheirClasses) {
  const auto [recording, decisions] = make_with({"right", "left", "left", "right"});
  EXPECT_TRUE(recording.labels.discrete("side").equal(integers({1, 0, 0, 1})));
  const Label& side = recording.labels.find("side");
  EXPECT_THAT(side.classes, ElementsAre("left", "right"));
  EXPECT_EQ(side.class_name(1), "'right'");
  EXPECT_EQ(recording.labels.find("side").class_name(7), "7");
  EXPECT_THAT(decisions, testing::Contains("label 'side' is discrete, 4"));
}

TEST(TextLabels, SelectBinsAndNeurons) {
  RecordingConfig config;
  config.select = "side == 'left'";
  config.neurons.condition = "region == 'CA3'";
  const Recording recording = make_with({"right", "left", "left", "right"}, config).recording;
  EXPECT_EQ(recording.segments, (std::vector<Segment>{{1, 3}}));
  EXPECT_TRUE(recording.signals.equal(floats({1, 3, 5, 7}, 1)));
  EXPECT_THAT(recording.channel_labels.find("region").classes, ElementsAre("CA1", "CA3"));
}

TEST(TextLabels, AClassThatIsNotThereIsAMistake) {
  RecordingConfig config;
  config.select = "side == 'lefft'";
  EXPECT_EQ(mistake({"right", "left", "left", "right"}, config),
            "data.select cannot be used: 'side' is never 'lefft', did you mean 'left'? (it has "
            "'left', 'right')");
}

TEST(TextLabels, AreNeitherContinuousNorTimes) {
  RecordingConfig config;
  config.continuous = {"side"};
  EXPECT_EQ(mistake({"a", "b", "a", "b"}, config),
            "data.continuous cannot be used: rat.npz: label 'side' cannot be used: it is to be "
            "continuous, but holds text");
  config = {};
  config.time = "side";
  EXPECT_EQ(mistake({"a", "b", "a", "b"}, config),
            "data.time cannot be used: the time stamps 'side' hold text, they must be "
            "numbers: bring dates and clock times to seconds in the file");
  EXPECT_EQ(message_of([] {
              make_with({"a", "b", "a", "b"}).recording.labels.continuous("side");
            }),
            "label 'side' holds text, a continuous label is needed");
}

TEST(TextLabels, ATextThatIsMissingIsToldWhereItIsUsed) {
  const Labels labels = make_with({"a", "", "b", ""}).recording.labels;
  EXPECT_EQ(message_of([&] { labels.discrete("side"); }),
            "label 'side' is missing in 2 of 4 rows, first in row 1: leave these bins out by "
            "data.select = \"side == side\", or fill them by data.fill");
  EXPECT_TRUE(labels.used_in(Bins(std::vector<Segment>{{0, 1}, {2, 3}}))
                  .discrete("side")
                  .equal(integers({0, -1, 1, -1})));
  EXPECT_EQ(message_of([] {
              make_with({"", "", "", ""}).recording.labels.discrete("side");
            }),
            "label 'side' cannot be used: it has no text in any row");
}

TEST(TextLabels, HaveTheSameClassesInAllSessions) {
  std::vector<Recording> recordings;
  for (const Texts& side :
       {Texts{"left", "right", "left", "left"}, Texts{"back", "", "right", "back"}})
    recordings.push_back(make_with(side).recording);
  const Sessions sessions(std::move(recordings));
  const Label& joined = sessions.labels().find("side");
  EXPECT_THAT(joined.classes, ElementsAre("back", "left", "right"));
  EXPECT_TRUE(joined.values.equal(integers({1, 2, 1, 1, 0, -1, 2, 0})));
}

TEST(TextLabels, TheirTextsAreInTheChecksum) {
  const auto sum = [](const Texts& side) { return recording_checksum(make_with(side).recording); };
  EXPECT_EQ(sum({"a", "b", "a", "b"}).whole, sum({"a", "b", "a", "b"}).whole);
  EXPECT_NE(sum({"a", "b", "a", "b"}).whole, sum({"a", "c", "a", "c"}).whole);
  EXPECT_EQ(sum({"a", "b", "a", "b"}).signals, sum({"a", "c", "a", "c"}).signals);
}

}  // namespace
}  // namespace facet
