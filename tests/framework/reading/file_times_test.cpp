// What a config says of the times in a file.
#include "framework/reading/file_times.h"

#include <gmock/gmock.h>

#include "framework/data/arrays.h"
#include "framework/reading/find_array.h"
#include "framework/reading/timed_arrays.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

/// Three samples of a table, and what is as long by itself.
FileArrays table() {
  return {{"t", integers({0, 20, 61529})},    {"speed", doubles({1, 2, 3})},
          {"unit", integers({5, -2, 5})},     texts("outcome", {"hit", "miss", "hit"}),
          {"end", integers({10, 30, 61530})}, {"map", at::ones({7, 2})}};
}

FileConfig said(const std::string& unit = "ms") {
  FileConfig file("day1/tones.csv");
  file.unit = unit;
  return file;
}

TEST(FileTimes, TimeIsTheClockOfWhatHasAsManyRows) {
  FileConfig file = said();
  file.time = {"t"};
  const FileArrays arrays = with_times(table(), file);
  const FileArray& times = require_array(arrays, "t");
  EXPECT_EQ(times.facts().role, ArrayRole::times);
  EXPECT_TRUE(times.read().equal(doubles({0, 0.02, 61.529})));
  EXPECT_EQ(require_array(arrays, "speed").facts().times, "t");
  EXPECT_EQ(require_array(arrays, "map").facts().times, "");
}

TEST(FileTimes, ARateIsTheClockOfWhatHasNone) {
  FileConfig file = said();
  file.rate = 30;
  file.start = 0.21;
  FileArrays arrays = table();
  arrays.push_back(sampled("own", doubles({1, 2}), 100));
  arrays = with_times(arrays, file);
  EXPECT_EQ(require_array(arrays, "speed").facts().rate, 30);
  EXPECT_EQ(require_array(arrays, "speed").facts().start, 0.21);
  EXPECT_EQ(require_array(arrays, "own").facts().rate, 100);
}

TEST(FileTimes, IntervalsAreNamedAfterTheFileAndSoAreTheirColumns) {
  FileConfig file = said();
  file.intervals = {"t", "end"};
  const FileArrays arrays = with_times(table(), file);
  const FileArray& tones = require_array(arrays, "tones");
  EXPECT_EQ(tones.facts().role, ArrayRole::intervals);
  EXPECT_TRUE(tones.read().equal(doubles({0, 0.01, 0.02, 0.03, 61.529, 61.53}).view({3, 2})));
  EXPECT_EQ(require_array(arrays, "tones.outcome").facts().of, "tones");
  EXPECT_TRUE(require_array(arrays, "tones.outcome").is_text());
}

TEST(FileTimes, EventsAreSortedByWhoseTheyAre) {
  FileConfig file = said("us");
  file.events = {"t", "unit"};
  const FileArray events = require_array(with_times(table(), file), "tones");
  EXPECT_EQ(events.facts().role, ArrayRole::events);
  EXPECT_THAT(events.facts().columns, ElementsAre("-2", "5"));
  const RaggedValues all = events.read_ragged();
  EXPECT_TRUE(all.values.equal(doubles({20e-6, 0, 61529e-6})));
  EXPECT_TRUE(all.ends.equal(integers({1, 3})));
  const RaggedValues second = events.read_ragged({1, 2});
  EXPECT_TRUE(second.values.equal(doubles({0, 61529e-6})));
  EXPECT_TRUE(second.ends.equal(integers({2})));
}

TEST(FileTimes, EventsMayBelongToWhatHasANameOrToNobody) {
  FileConfig file = said();
  file.events = {"t", "outcome"};
  EXPECT_THAT(require_array(with_times(table(), file), "tones").facts().columns,
              ElementsAre("hit", "miss"));
  file.events = {"t"};
  const FileArray train = require_array(with_times(table(), file), "tones");
  EXPECT_EQ(train.facts().role, ArrayRole::events);
  EXPECT_TRUE(train.read().equal(doubles({0, 0.02, 61.529})));
}

// MATLAB's numbers are float64.
TEST(FileTimes, EventsMayBelongToWholeNumbersOfAnyType) {
  FileConfig file = said();
  file.events = {"t", "owner"};
  const auto events = [&](std::vector<double> owners) {
    FileArrays arrays = table();
    arrays.emplace_back("owner", doubles(std::move(owners)));
    return require_array(with_times(arrays, file), "tones");
  };
  EXPECT_THAT(events({7, 2, 7}).facts().columns, ElementsAre("2", "7"));
  EXPECT_EQ(message_of([&] {
              events({7, 2.5, 7});
            }),
            "day1/tones.csv: the array 'owner' does not say whose event 1 is: it has 2.5 there, "
            "neither a whole number nor a text");
}

// 61529 samples at 30 kHz are 2.0509666... s.
TEST(FileTimes, SamplesAreCountedByTheirRate) {
  FileConfig file = said("samples");
  file.rate = 30000;
  file.events = {"t", "unit"};
  const FileArrays arrays = with_times(table(), file);
  const at::Tensor times = require_array(arrays, "tones").read_ragged().values;
  EXPECT_TRUE(times.equal(doubles({20 / 30000.0, 0, 61529 / 30000.0})));
  EXPECT_EQ(require_array(arrays, "speed").facts().rate, 0) << "the rate is that of the times";
}

TEST(FileTimes, AreInTheUnitThatTheArrayHas) {
  ArrayFacts facts;
  facts.unit = "ms";
  FileConfig file("day1/tones.csv");
  file.time = {"clock"};
  const auto times = [&] {
    return require_array(with_times({FileArray("clock", doubles({0, 20})).with(facts)}, file),
                         "clock")
        .read();
  };
  EXPECT_TRUE(times().equal(doubles({0, 0.02})));
  facts.unit = "\u00b5s";
  EXPECT_TRUE(times().equal(doubles({0, 20e-6})));
  facts.unit = "cm";
  EXPECT_TRUE(times().equal(doubles({0, 20}))) << "no unit of time";
  facts.unit = "ms";
  file.unit = "s";
  EXPECT_TRUE(times().equal(doubles({0, 20}))) << "the config knows better";
}

TEST(FileTimes, WholeNumbersNeedAUnit) {
  FileConfig file("day1/tones.csv");
  file.events = {"t", "unit"};
  EXPECT_EQ(message_of([&] { with_times(table(), file); }),
            "day1/tones.csv: the array 't' holds whole numbers, and nothing says of what: its file "
            "needs unit = \"s\", \"ms\" or \"us\", or unit = \"samples\" with their rate, such as "
            "rate = 30000");
}

TEST(FileTimes, ARateThatNothingTakesIsAMistake) {
  FileConfig file("day1/tones.csv");
  file.rate = 30;
  EXPECT_EQ(message_of([&] {
              with_times({sampled("own", doubles({1, 2}), 100)}, file);
            }),
            "day1/tones.csv: rate says nothing: each of its arrays says when it was sampled, or "
            "has no samples");
}

TEST(FileTimes, MistakesNameFileAndArray) {
  const auto mistake = [](auto member, std::vector<std::string> names) {
    FileConfig file = said();
    file.*member = std::move(names);
    return message_of([&] { with_times(table(), file); });
  };
  EXPECT_EQ(mistake(&FileConfig::time, {"tt"}),
            "day1/tones.csv: there is no array 'tt', did you mean 't'? (it has 't', 'speed', "
            "'unit', 'outcome', 'end', 'map')");
  EXPECT_EQ(mistake(&FileConfig::time, {"outcome"}),
            "day1/tones.csv: the array 'outcome' cannot be times: it is 3 of text, times are one "
            "number a row: bring dates and clock times to seconds in the file");
  EXPECT_EQ(mistake(&FileConfig::time, {"map"}),
            "day1/tones.csv: the array 'map' cannot be times: it is 7 x 2, times are one number a "
            "row");
  EXPECT_EQ(mistake(&FileConfig::events, {"t", "map"}),
            "day1/tones.csv: the array 'map' must say whose each of the 3 events is, by a whole "
            "number or a text");
}

}  // namespace
}  // namespace facet
