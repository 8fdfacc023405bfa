#include "framework/binning/bin_events.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "framework/binning/binning_data.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::HasSubstr;

/// The spikes of the session's 12 units.
RaggedValues spikes() {
  return {binning_array("session.npz", "spike_times"),
          binning_array("session.npz", "spike_counts").cumsum(0)};
}

TEST(BinEvents, GivesTheCountsOfEveryCaseOfTheRule) {
  std::ifstream file(BINNING_DATA "/binning.json");
  const nlohmann::json cases = nlohmann::json::parse(file);
  ASSERT_EQ(cases.size(), 13);
  for (const auto& a_case : cases) {
    SCOPED_TRACE(a_case["note"].get<std::string>());
    const double start = a_case["start"], stop = a_case["stop"], width = a_case["bin"];
    const auto counts = a_case["counts"].get<std::vector<std::int64_t>>();
    if (counts.empty()) {
      EXPECT_THAT(message_of([&] { BinClock(start, stop, width); }), HasSubstr("no bin of"));
      continue;
    }
    const auto seconds = a_case["times"].get<std::vector<double>>();
    const BinnedEvents binned =
        bin_events(numbers(seconds), BinClock(start, stop, width), at::kLong);
    EXPECT_TRUE(at::equal(binned.counts.squeeze(1), integers(counts))) << binned.counts.squeeze(1);
    EXPECT_EQ(binned.outside + binned.counts.sum().item<std::int64_t>(), seconds.size());
  }
}

TEST(BinEvents, CountsTheSpikesOfASessionByUnit) {
  const at::Tensor expected = binning_array("session.npz", "counts");
  const BinnedEvents binned = bin_events(spikes(), BinClock(0, 60, 0.05));
  EXPECT_EQ(binned.counts.scalar_type(), at::kFloat);
  EXPECT_TRUE(at::equal(binned.counts, expected));
  EXPECT_EQ(binned.outside, 1562 - expected.sum().item<std::int64_t>());
  EXPECT_EQ(binned.backwards, 0);
  EXPECT_EQ(binned.first_backwards_unit, -1);
  EXPECT_TRUE(at::equal(bin_events(spikes(), BinClock(0, 60, 0.05), at::kLong).counts,
                        expected.to(at::kLong)));
}

TEST(BinEvents, CountsUnsortedEventsAndTellsOfThem) {
  const RaggedValues sorted = spikes();
  RaggedValues shuffled{sorted.values.clone(), sorted.ends};
  double* time = shuffled.values.data_ptr<double>();
  const auto* end = sorted.ends.data_ptr<std::int64_t>();
  std::shuffle(time + end[3], time + end[4], std::mt19937_64(1));
  std::int64_t backwards = 0;
  for (std::int64_t i = end[3] + 1; i < end[4]; ++i) backwards += time[i] < time[i - 1];
  ASSERT_GT(backwards, 0);

  const BinClock bins(0, 60, 0.05);
  const BinnedEvents binned = bin_events(shuffled, bins);
  EXPECT_TRUE(at::equal(binned.counts, bin_events(sorted, bins).counts));
  EXPECT_EQ(binned.backwards, backwards);
  EXPECT_EQ(binned.first_backwards_unit, 4);
}

/// More units than are counted side by side, and more bins than are kept aside for these.
TEST(BinEvents, CountsManyUnitsAndManyBinsAsOneByOne) {
  std::mt19937_64 random(3);
  std::uniform_int_distribution<std::int64_t> microseconds(-1000000, 41000000);
  std::vector<at::Tensor> units;
  for (int unit = 0; unit < 37; ++unit) {
    std::vector<double> seconds(unit * 7);
    for (double& time : seconds) time = static_cast<double>(microseconds(random)) / 1e6;
    units.push_back(numbers(seconds));
  }
  const auto count_exactly = [&](std::int64_t width) {  // in microseconds
    at::Tensor counts = at::zeros({40000000 / width, 37}, at::kFloat);
    std::int64_t outside = 0;
    for (std::int64_t unit = 0; unit < 37; ++unit)
      for (std::int64_t i = 0; i < units[unit].size(0); ++i) {
        const auto time = std::llround(units[unit][i].item<double>() * 1e6);
        if (time < 0 || time >= 40000000)
          ++outside;
        else
          counts.data_ptr<float>()[time / width * 37 + unit] += 1;
      }
    return std::pair(counts, outside);
  };
  for (const std::int64_t width : {50000, 25}) {
    const auto [counts, outside] = count_exactly(width);
    const BinnedEvents binned =
        bin_events(RaggedValues::of(units), BinClock(0, 40, static_cast<double>(width) / 1e6));
    EXPECT_TRUE(at::equal(binned.counts, counts)) << width;
    EXPECT_EQ(binned.outside, outside) << width;
  }
}

TEST(BinEvents, RefusesATimeThatIsNoneByUnitAndEvent) {
  const BinClock bins(0, 1, 0.5);
  const RaggedValues events =
      RaggedValues::of({numbers({0.1, 0.2}), numbers({}), numbers({0.3, lost})});
  EXPECT_EQ(message_of([&] { bin_events(events, bins); }),
            "the time of event 1 of unit 2 is nan: each event needs a time in seconds, leave out "
            "what has none");
  EXPECT_EQ(message_of([&] {
              bin_events(events, bins, at::kFloat, {"3", "8", "41"});
            }),
            "the time of event 1 of unit '41' is nan: each event needs a time in seconds, leave "
            "out what has none");
  EXPECT_THAT(message_of([&] {
                bin_events(numbers({0.1, -std::numeric_limits<double>::infinity()}), bins);
              }),
              HasSubstr("the time of event 1 of unit 0 is -inf: "));
  EXPECT_THAT(message_of([&] {
                bin_events(integers({1, 2}), bins);
              }),
              HasSubstr("times of events must be float64, one for each, they are 2 of Long"));
}

TEST(BinEvents, RefusesCountsThatDoNotFitIntoTheMemory) {
  EXPECT_THAT(message_of([] {
                std::vector<at::Tensor> units(1000, numbers({0.1}));
                bin_events(RaggedValues::of(units), BinClock(0, 2000000, 0.001));
              }),
              ::testing::AllOf(HasSubstr("2000000000 x 1000"), HasSubstr("of memory left")));
}

}  // namespace
}  // namespace facet
