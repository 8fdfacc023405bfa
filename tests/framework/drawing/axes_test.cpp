#include "framework/drawing/axes.h"

#include <gmock/gmock.h>

#include <limits>

namespace facet {
namespace {

using ::testing::ElementsAre;

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> texts_in(const Drawing& drawing) {
  std::vector<std::string> texts;
  for (const Shape& shape : drawing.shapes)
    if (const Text* text = std::get_if<Text>(&shape)) texts.push_back(text->text);
  return texts;
}

TEST(Axes, LargeNumbersStandAbove) {
  Drawing drawing{200, 100};
  const Axes axes(drawing, {50, 10, 100, 80}, {0, 10}, {-1, 1});
  EXPECT_EQ(axes.at(0, -1).x, 50);
  EXPECT_EQ(axes.at(0, -1).y, 90);
  EXPECT_EQ(axes.at(5, 1).x, 100);
  EXPECT_EQ(axes.at(5, 1).y, 10);
}

TEST(Axes, SayWhatTheyAre) {
  Drawing drawing{200, 100};
  Axes(drawing, {50, 10, 100, 80}, {0, 10}, {0, 1}).frame({"loss", "step", "nats"});
  EXPECT_THAT(texts_in(drawing), ElementsAre("0", "2", "4", "6", "8", "10", "0.0", "0.5", "1.0",
                                             "loss", "step", "nats"));
}

TEST(Axes, AHoleEndsALine) {
  Drawing drawing{200, 100};
  Axes axes(drawing, {0, 0, 40, 10}, {0, 4}, {0, 1});
  axes.line({0, 1, 2, 3, 4}, {0, 1, not_known, 1, 0}, class_colour(0));
  ASSERT_EQ(drawing.shapes.size(), 2u);
  const Line& second = std::get<Line>(drawing.shapes[1]);
  ASSERT_EQ(second.points.size(), 2u);
  EXPECT_EQ(second.points[0].x, 30);
  EXPECT_EQ(second.points[1].y, 10);
}

TEST(Keys, NameEachColour) {
  Drawing drawing{200, 100};
  const double end = draw_key(drawing, {10, 20}, {"left", "right"}, {{1, 0, 0}, {0, 0, 1}});
  EXPECT_THAT(texts_in(drawing), ElementsAre("left", "right"));
  EXPECT_GT(end, 10);
}

}  // namespace
}  // namespace facet
