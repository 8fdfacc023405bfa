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
  draw_key(drawing, {10, 20}, {"left", "right"}, {{1, 0, 0}, {0, 0, 1}});
  EXPECT_THAT(texts_in(drawing), ElementsAre("left", "right"));
  EXPECT_EQ(drawing.width, 200);
  EXPECT_EQ(drawing.height, 100);
}

TEST(Keys, GoOnBelowWhereALineIsFull) {
  Drawing drawing{100, 30};
  draw_key(drawing, {10, 25}, {"one of them", "another one", "c"}, std::vector<Colour>(3));
  std::vector<Point> places;
  for (const Shape& shape : drawing.shapes)
    if (const Text* text = std::get_if<Text>(&shape)) places.push_back(text->at);
  ASSERT_EQ(places.size(), 3u);
  EXPECT_EQ(places[1].x, places[0].x);
  EXPECT_GT(places[1].y, places[0].y);
  EXPECT_EQ(places[2].y, places[1].y);
  EXPECT_GT(drawing.height, places[2].y);
}

TEST(Keys, OfLongNamesEndWithAnEllipsis) {
  Drawing drawing{100, 30};
  draw_key(drawing, {10, 20}, {std::string(300, 'x')}, {Colour{}});
  const std::string text = texts_in(drawing)[0];
  EXPECT_LT(text.size(), 60u);
  EXPECT_TRUE(text.starts_with("xxxxxxxxxxxxxxxxxxxx"));
  EXPECT_TRUE(text.ends_with("\u2026"));
  EXPECT_GE(drawing.width, 10 + 12 + name_width) << "it does not leave the page";
}

TEST(Axes, ATitleStaysAboveItsPanel) {
  Drawing drawing{200, 100};
  Axes(drawing, {50, 10, 100, 80}, {0, 10}, {0, 1}).texts({std::string(200, 'n'), "", ""});
  EXPECT_LT(texts_in(drawing)[0].size(), 40u);
}

}  // namespace
}  // namespace facet
