// Missing values of signals and labels, filled as a config says.
#include "framework/data/fill_recording.h"

#include <gmock/gmock.h>

#include <limits>

#include "framework/data/some_recording.h"

namespace facet {
namespace {

using ::testing::Contains;

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// Eight bins; the second trial begins at bin 4.
FileArrays session() {
  return {{"neural", floats({0, nan, 2, 3, 4, 5, 6, 7}, 1)},
          {"position", at::tensor({0.F, nan, nan, 3.F, nan, 5.F, nan, 7.F})},
          {"side", at::tensor({1.F, nan, 1.F, 1.F, 2.F, nan, nan, 3.F})},
          {"trial", integers({0, 0, 0, 0, 1, 1, 1, 1})}};
}

LoadedRecording read(std::vector<FillConfig> fill) {
  RecordingConfig config;
  config.discrete = {"side"};
  config.trials = "trial";
  config.fill = std::move(fill);
  return make_recording("rat.npz", session(), config);
}

at::Tensor column(std::vector<float> values) {
  return at::tensor(values, at::kFloat).to(at::kDouble).unsqueeze(1);
}

TEST(FillRecording, HolesAreFilledWithinSegments) {
  const auto [recording, decisions] = read({{"", "interpolate", {}}});
  EXPECT_TRUE(recording.signals.equal(floats({0, 1, 2, 3, 4, 5, 6, 7}, 1)));
  // Bin 4 begins a trial: what is before it is of another one.
  EXPECT_TRUE(at::allclose(recording.labels.find("position").values,
                           column({0, 1, 2, 3, nan, 5, 6, 7}), 1e-12, 0, /*equal_nan=*/true));
  EXPECT_THAT(decisions, Contains("label 'position': 3 of 8 bins filled, 1 left missing (holes of "
                                  "more than 5)"));
  EXPECT_THAT(decisions, Contains("the signals: 1 of 8 bins filled"));
}

TEST(FillRecording, ALongerHoleStays) {
  const Recording recording =
      read({{"neural", "nearest", {}}, {"position", "interpolate", 1.0}}).recording;
  EXPECT_TRUE(at::allclose(recording.labels.find("position").values,
                           column({0, nan, nan, 3, nan, 5, 6, 7}), 1e-12, 0, true));
}

TEST(FillRecording, WhatIsSaidOfOneArrayGoesBeforeWhatIsSaidOfAll) {
  const std::vector<FillConfig> rules = {{"", "nearest", {}}, {"position", "interpolate", 1.0}};
  for (const auto& fill : {rules, std::vector<FillConfig>(rules.rbegin(), rules.rend())}) {
    const Recording recording = read(fill).recording;
    EXPECT_TRUE(at::allclose(recording.labels.find("position").values,
                             column({0, nan, nan, 3, nan, 5, 6, 7}), 1e-12, 0, true));
    EXPECT_TRUE(recording.labels.discrete("side").equal(integers({1, 1, 1, 1, 2, 2, 3, 3})));
  }
}

TEST(FillRecording, ClassesTakeTheNearest) {
  const Recording recording = read({{"neural", "nearest", {}}, {"side", "nearest", {}}}).recording;
  EXPECT_TRUE(recording.labels.discrete("side").equal(integers({1, 1, 1, 1, 2, 2, 3, 3})));
  EXPECT_THAT(message_of([] {
                read({{"side", "interpolate", {}}});
              }),
              ::testing::HasSubstr("data.fill[0]"));
}

TEST(FillRecording, AnArrayThatIsNotThereIsAMistake) {
  EXPECT_THAT(message_of([] {
                read({{"positoin", "nearest", {}}});
              }),
              ::testing::HasSubstr("data.fill[0] cannot be used: there is no label "
                                   "'positoin'"));
}

}  // namespace
}  // namespace facet
