#include "framework/layout/window_count.h"

#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

namespace facet {
namespace {

/// Two sessions of 100 and 40 bins.
Sessions two_sessions() {
  std::vector<Recording> recordings;
  for (const std::int64_t num_bins : {100, 40}) {
    Recording recording;
    recording.signals = at::zeros({num_bins, 2});
    recording.labels = Labels(num_bins, {});
    recording.segments = {{0, num_bins}};
    recordings.push_back(std::move(recording));
  }
  return Sessions(std::move(recordings));
}

TEST(WindowCount, CountsBinsWithAFullWindowInTheirSegment) {
  // The window of bin i is [i - 5, i + 5).
  const auto counts = count_windows(two_sessions(), {{0, 30, 0}, {30, 39, 0}, {50, 60, 0}}, {5, 5});
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(to_string(counts[0]),
            "22 of 49 bins have a full window of 10; 1 of 3 segments are shorter than it");
  EXPECT_EQ(to_string(counts[1]), "0 of 0 bins have a full window of 10");
}

TEST(WindowCount, OfASessionIsOverItsOwnSegments) {
  const auto counts = count_windows(two_sessions(), {{0, 100, 0}, {100, 140, 1}}, {0, 1});
  EXPECT_EQ(to_string(counts[0]), "100 of 100 bins have a full window of 1");
  EXPECT_EQ(to_string(counts[1]), "40 of 40 bins have a full window of 1");
}

}  // namespace
}  // namespace facet
