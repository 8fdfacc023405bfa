#include "framework/binning/fill.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

#include "framework/binning/binning_data.h"
#include "message_of.h"

namespace facet {
namespace {

BinClock bins_of_50_ms(std::int64_t count) {
  return {0, 0.05 * static_cast<double>(count), 0.05};
}

TEST(Fill, InterpolatesHolesUpToTheLargestGap) {
  const at::Tensor values = numbers({lost, 1, lost, lost, 4, 6, lost, lost, lost, 6, lost});
  const Filled filled =
      fill(values, {{0, 11}}, bins_of_50_ms(11), {.by = FillBy::interpolate, .gap = 0.1});
  EXPECT_TRUE(
      equal_or_nan(filled.values, numbers({lost, 1, 2, 3, 4, 6, lost, lost, lost, 6, lost})));
  EXPECT_EQ(filled.filled, 2);
  EXPECT_EQ(filled.left, 5);
  EXPECT_TRUE(std::isnan(values[2].item<double>()));  // what was given stays
}

TEST(Fill, TakesTheNearestOfTwoTheEarlierAndAtAnEndTheOne) {
  const Filled filled = fill(numbers({lost, 1, lost, lost, lost, 5, lost, lost}), {{0, 8}},
                             bins_of_50_ms(8), {.by = FillBy::nearest, .gap = 0.15});
  EXPECT_TRUE(at::equal(filled.values, numbers({1, 1, 1, 1, 5, 5, 5, 5})));
  EXPECT_EQ(filled.filled, 6);
  EXPECT_EQ(filled.left, 0);
}

TEST(Fill, NeverCrossesABorderNorTouchesBinsOfNoSegment) {
  const std::vector<Segment> segments{{0, 3}, {3, 6}, {7, 9}};
  const at::Tensor values = numbers({1, 2, lost, lost, 5, lost, lost, lost, 9});
  const Filled lines =
      fill(values, segments, bins_of_50_ms(9), {.by = FillBy::interpolate, .gap = 1});
  EXPECT_TRUE(equal_or_nan(lines.values, values));
  EXPECT_EQ(lines.filled, 0);
  EXPECT_EQ(lines.left, 4);
  const Filled nearest =
      fill(values, segments, bins_of_50_ms(9), {.by = FillBy::nearest, .gap = 1});
  EXPECT_TRUE(equal_or_nan(nearest.values, numbers({1, 2, 2, 5, 5, 5, lost, 9, 9})));
  EXPECT_EQ(nearest.filled, 4);
  EXPECT_EQ(nearest.left, 0);
}

TEST(Fill, FillsColumnsByThemselvesAndCountsBins) {
  const at::Tensor values = numbers({0, 0, lost, 1, 2, lost, lost, lost, 4, 4}).view({5, 2});
  const Filled filled =
      fill(values, {{0, 5}}, bins_of_50_ms(5), {.by = FillBy::interpolate, .gap = 0.05});
  EXPECT_TRUE(
      equal_or_nan(filled.values, numbers({0, 0, 1, 1, 2, lost, 3, lost, 4, 4}).view({5, 2})));
  EXPECT_EQ(filled.filled, 1);
  EXPECT_EQ(filled.left, 2);
}

TEST(Fill, InterpolatesAnglesOverTheShorterWay) {
  const Filled filled = fill(numbers({6.2, lost, 0.1}), {{0, 3}}, bins_of_50_ms(3),
                             {.by = FillBy::interpolate, .gap = 0.05, .angles = true});
  EXPECT_NEAR(filled.values[1].item<double>(), (6.2 + 0.1) / 2 - M_PI, 1e-12);
}

TEST(Fill, FillsClassesByTheNearest) {
  const at::Tensor missing = flags({0, 1, 1, 0, 1, 1, 1});
  const Filled filled = fill(integers({7, -1, -1, -1, -1, -1, -1}), missing, {{0, 7}},
                             bins_of_50_ms(7), {.by = FillBy::nearest, .gap = 0.1});
  EXPECT_TRUE(
      at::equal(filled.values, integers({7, 7, -1, -1, -1, -1, -1})));  // the fourth is a -1
  EXPECT_TRUE(at::equal(filled.missing, flags({0, 0, 0, 0, 1, 1, 1})));
  EXPECT_EQ(filled.filled, 2);
  EXPECT_EQ(filled.left, 3);
}

/// The longest hole is found in whole bins, whatever a double makes of their sum.
TEST(Fill, HasAGapOfAsManyBinsAsItIsLong) {
  for (const double width : {0.05, 0.1, 1.0 / 30, 0.007})
    for (std::int64_t length = 1; length < 40; ++length) {
      const BinClock bins(12.3, 12.3 + width * 60, width);
      at::Tensor values = at::zeros({bins.size()}, at::kDouble);
      values.slice(0, 5, 5 + length) = lost;
      const auto left = [&](double gap) {
        return fill(values, {{0, bins.size()}}, bins, {.by = FillBy::interpolate, .gap = gap}).left;
      };
      ASSERT_EQ(left(width * static_cast<double>(length)), 0) << width << " " << length;
      if (length > 1) {
        ASSERT_EQ(left(width * static_cast<double>(length) - 1e-8), length);
      }
      ASSERT_EQ(left(std::numeric_limits<double>::infinity()), 0);
    }
}

/// Whole numbers on lines of whole slopes, with holes anywhere: found by looking at all bins.
TEST(Fill, FillsAsASearchOfAllBinsDoes) {
  std::mt19937_64 random(5);
  const std::vector<Segment> segments{{0, 13}, {13, 14}, {14, 60}, {65, 100}};
  for (int round = 0; round < 200; ++round) {
    const std::int64_t longest = 1 + round % 7;
    at::Tensor values = at::zeros({100}, at::kDouble);
    for (std::int64_t bin = 0; bin < 100; ++bin)
      values[bin] = random() % 5 < 2 ? static_cast<double>(random() % 100) : lost;
    at::Tensor lines = values.clone(), nearest = values.clone();
    for (const Segment& segment : segments)
      for (std::int64_t bin = segment.begin; bin < segment.end; ++bin) {
        if (!std::isnan(values[bin].item<double>())) continue;
        std::int64_t a = bin, b = bin;
        while (a >= segment.begin && std::isnan(values[a].item<double>())) --a;
        while (b < segment.end && std::isnan(values[b].item<double>())) ++b;
        if (b - a - 1 > longest) continue;
        const bool before = a >= segment.begin, behind = b < segment.end;
        if (before && behind) {
          const double x = values[a].item<double>(), y = values[b].item<double>();
          lines[bin] = (x * static_cast<double>(b - bin) + y * static_cast<double>(bin - a)) /
                       static_cast<double>(b - a);
        }
        if (before && (!behind || bin - a <= b - bin))
          nearest[bin] = values[a];
        else if (behind)
          nearest[bin] = values[b];
      }
    const double gap = 0.05 * static_cast<double>(longest);
    const BinClock bins = bins_of_50_ms(100);
    const Filled by_lines = fill(values, segments, bins, {.by = FillBy::interpolate, .gap = gap});
    EXPECT_TRUE(at::allclose(by_lines.values, lines, 1e-14, 1e-12, /*equal_nan=*/true));
    EXPECT_TRUE(equal_or_nan(
        fill(values, segments, bins, {.by = FillBy::nearest, .gap = gap}).values, nearest));
  }
}

TEST(Fill, RefusesWhatWouldFillNothing) {
  const BinClock bins = bins_of_50_ms(3);
  const at::Tensor values = numbers({1, lost, 3});
  EXPECT_EQ(message_of([&] {
              fill(values, {{0, 3}}, bins, {.gap = 0.04});
            }),
            "a largest gap of 0.04 s fills nothing in bins of 0.05 s: it must be a bin or more");
  EXPECT_EQ(message_of([&] {
              fill(values, {{0, 3}}, bins, {.gap = -1});
            }),
            "the largest gap must be 0 s or more, it is -1 s");
  EXPECT_EQ(message_of([&] {
              fill(numbers({1}), {{0, 1}}, bins, {.gap = 1});
            }),
            "what is filled must have a row for each of the 3 bins, it is 1");
  EXPECT_EQ(message_of([&] {
              fill(integers({1, -1, 3}), at::zeros({3}, at::kBool), {{0, 3}}, bins, {.gap = 1});
            }),
            "whole numbers and classes cannot be interpolated: they can be filled by nearest");
}

}  // namespace
}  // namespace facet
