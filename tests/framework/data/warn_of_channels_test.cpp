// What is said of channels that say little: 200 bins unless told otherwise, so that a channel is
// nearly constant where at most two bins differ.
#include "framework/data/warn_of_channels.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/warning.h"
#include "framework/data/arrays.h"
#include "framework/data/make_recording.h"
#include "framework/data/recording_configs.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> warnings_of(const at::Tensor& signals,
                                     const RecordingConfig& config = {}) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& warning) { warnings.push_back(warning); });
  make_recording("rat.npz", {FileArray("neural", signals)}, config);
  return warnings;
}

/// `base` everywhere, and in every `step`th bin 1 more.
at::Tensor channel(std::int64_t num_bins, std::int64_t step, double base = 0) {
  at::Tensor values = at::full({num_bins}, base, at::kDouble);
  values.slice(0, 0, num_bins, step) += 1;
  return values;
}

at::Tensor side_by_side(const std::vector<at::Tensor>& channels) {
  return at::stack(channels, 1);
}

TEST(WarnOfChannels, ThatAreNearlyConstant) {
  const at::Tensor varied = channel(200, 10);
  EXPECT_THAT(warnings_of(side_by_side({varied, channel(200, 100), channel(200, 67), varied + 1,
                                        at::full({200}, 7.5, at::kDouble)})),
              ElementsAre("rat.npz: 2 of 5 channels have one value in all but at most 2 of the 200 "
                          "bins that are used: 1, 4 (data.neurons can leave them out)"));
}

TEST(WarnOfChannels, ThatAreNearlyConstantInTheBinsThatAreUsed) {
  at::Tensor rare = channel(1000, 1000);  // one bin of a thousand
  const at::Tensor signals = side_by_side({channel(1000, 7), rare});
  RecordingConfig config;
  config.neurons.ranges = {{1, 1}, {0, 0}};
  config.epochs.ranges = {{1, 51}};
  EXPECT_THAT(warnings_of(signals, config),
              ElementsAre("rat.npz: 1 of 2 channels are 0 in every bin that is used: 1 "
                          "(data.neurons can leave them out)"));
  config.epochs.ranges = {{0, 50}};
  EXPECT_THAT(warnings_of(signals + 1, config), IsEmpty()) << "one in fifty says something";
  config.epochs.ranges = {{1, 51}};
  EXPECT_THAT(warnings_of(signals + 1, config),
              ElementsAre("rat.npz: 1 of 2 channels have one value in all 50 bins that are used: 1 "
                          "(data.neurons can leave them out)"));
}

TEST(WarnOfChannels, AndNotOfAUnitThatSeldomFires) {
  const at::Tensor unit = channel(36000, 720);  // fifty spikes
  EXPECT_THAT(warnings_of(side_by_side({unit, channel(36000, 7200)})),
              ElementsAre("rat.npz: 1 of 2 channels have one value in all but at most 5 of the "
                          "36000 bins that are used: 1 (data.neurons can leave them out)"));
}

TEST(WarnOfChannels, OfWhichOnlyTheRoundingOfFloat32IsLeft) {
  const at::Tensor wave = at::arange(200, at::kDouble).sin();
  // Beside a million float32 are a sixteenth apart, beside 1e5 a 128th.
  EXPECT_THAT(warnings_of(side_by_side({wave, wave * 0.3 + 1e6, wave + 1e5})),
              ElementsAre("rat.npz: 1 of 3 channels vary by no more than float32 rounds numbers of "
                          "their size: 1 (store them without their offset, or data.neurons can "
                          "leave them out)"));
}

TEST(WarnOfChannels, ThatAreCopies) {
  const at::Tensor first = channel(200, 9), second = channel(200, 8);
  at::Tensor nearly = first.clone();
  nearly[199] = 3;
  EXPECT_THAT(
      warnings_of(side_by_side({second, first, at::zeros({200}, at::kDouble), nearly, first, second,
                                at::zeros({200}, at::kDouble), first, first * 2})),
      ElementsAre("rat.npz: 2 of 9 channels are 0 in every bin that is used: 2, 6 (data.neurons "
                  "can leave them out)",
                  "rat.npz: 3 of 9 channels are copies, in every bin that is used the same as "
                  "another one: 4 of 1, 5 of 0, 7 of 1 (data.neurons can leave them out)"));
}

TEST(WarnOfChannels, ThatAreCopiesByTheirNumbersInTheFile) {
  const at::Tensor same = channel(200, 9);
  RecordingConfig config;
  config.neurons.ranges = {{3, 3}, {1, 3}};
  EXPECT_THAT(warnings_of(side_by_side({same, channel(200, 5), same, same}), config),
              ElementsAre("rat.npz: 1 of 3 channels are copies, in every bin that is used the same "
                          "as another one: 2 of 3 (data.neurons can leave them out)"));
}

TEST(WarnOfChannels, TheFirstTenOfMany) {
  const at::Tensor signals = channel(200, 9).unsqueeze(1).expand({200, 12});
  EXPECT_THAT(warnings_of(signals),
              ElementsAre("rat.npz: 11 of 12 channels are copies, in every bin that is used the "
                          "same as another one: 1 of 0, 2 of 0, 3 of 0, 4 of 0, 5 of 0, 6 of 0, 7 "
                          "of 0, 8 of 0, 9 of 0, 10 of 0, ... (data.neurons can leave them out)"));
}

TEST(WarnOfChannels, OfWholeNumbersButForAFew) {
  const at::Tensor counts = channel(200, 2, 1);  // 1 and 2
  at::Tensor two = counts.clone(), three = counts.clone();
  two[10] = 1.5;
  two[20] = 0.25;
  three.slice(0, 10, 13) += 0.5;
  EXPECT_THAT(
      warnings_of(side_by_side({counts, two, three + channel(200, 3), -two - channel(200, 5)})),
      ElementsAre("rat.npz: 1 of 4 channels have whole numbers, as counts have, but for 1 % or "
                  "less of them: 1 (data.fill by \"nearest\" makes whole numbers, data.select "
                  "leaves bins out, data.neurons can leave them out)"));
}

}  // namespace
}  // namespace facet
