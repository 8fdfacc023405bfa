#include "framework/charts/loss_chart.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "framework/charts/drawn.h"

namespace facet {
namespace {

using ::testing::Contains;
using ::testing::Not;

/// Lines in the colour, thicker than those of axes.
std::vector<Line> lines_of(const Drawing& drawing, const Colour& colour) {
  std::vector<Line> found = drawn<Line>(drawing);
  std::erase_if(found, [&](const Line& line) { return line.ink != Ink(colour) || line.width > 1; });
  return found;
}

const StepTable history = {{1, 2, 3},
                           {{"total", {6, 5, 4}},
                            {"objective0.loss", {4, 3, 2}},
                            {"objective1.loss", {2, 2, 2}},
                            {"objective0.regularizer_weight", {0.1, 0.2, 0.3}}}};

TEST(LossChart, HasAPanelForEachQuantity) {
  const std::vector<std::string> texts = texts_in(loss_chart(history, {}));
  for (const char* title : {"total", "loss", "regularizer weight", "objective0", "objective1"})
    EXPECT_THAT(texts, Contains(title));
  EXPECT_THAT(texts, Not(Contains("dots: held out")));
}

TEST(LossChart, HasALineForEachObjective) {
  const Drawing drawing = loss_chart(history, {});
  const std::vector<Line> first = lines_of(drawing, class_colour(0));
  ASSERT_EQ(first.size(), 2u) << "its loss and its weight";
  ASSERT_EQ(first[0].points.size(), 3u);
  EXPECT_LT(first[0].points[0].y, first[0].points[2].y) << "a loss that falls goes down";
  EXPECT_GT(first[1].points[0].y, first[1].points[2].y);
  EXPECT_EQ(lines_of(drawing, class_colour(1)).size(), 1u);
}

TEST(LossChart, ShowsWhatWasHeldOutAsDots) {
  const Drawing drawing = loss_chart(history, {{2, 3}, {{"objective1.loss", {2.5, 2.2}}}});
  const std::vector<Dot> dots = drawn<Dot>(drawing);
  ASSERT_EQ(dots.size(), 2u);
  EXPECT_EQ(dots[0].ink, Ink(class_colour(1)));
  EXPECT_THAT(texts_in(drawing), Contains("dots: held out"));
}

TEST(LossChart, OfALongRunKeepsTheExtremes) {
  StepTable table{{}, {{"total", {}}}};
  for (int i = 0; i < 100'000; ++i) {
    table.steps.push_back(i);
    table.columns[0].second.push_back(i == 77'777 ? 50 : i % 2);
  }
  const std::vector<Line> lines = lines_of(loss_chart(table, {}), {0.4, 0.4, 0.4});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_LT(lines[0].points.size(), 1000u);
  const Point highest = *std::ranges::min_element(lines[0].points, {}, &Point::y);
  const Point first = lines[0].points.front(), last = lines[0].points.back();
  EXPECT_NEAR((highest.x - first.x) / (last.x - first.x), 0.77778, 1e-4);
}

}  // namespace
}  // namespace facet
