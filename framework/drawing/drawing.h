#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "framework/drawing/colour.h"

namespace facet {

/// In points (1/72 inch) from the top left corner.
struct Point {
  double x = 0;
  double y = 0;
};

/// Nothing is the ink of the page: black on paper, light on a dark screen.
using Ink = std::optional<Colour>;

struct Line {
  std::vector<Point> points;
  Ink ink = {};
  double width = 0.75;
  double opacity = 1;
};

/// What lies within the points.
struct Area {
  std::vector<Point> points;
  Ink ink = {};
  double opacity = 1;
};

struct Dot {
  Point centre;
  double radius = 1.5;
  Ink ink = {};
};

enum class Anchor { start, middle, end };

struct Text {
  Point at;  ///< of the baseline
  std::string text;
  double size = 7;
  Anchor anchor = Anchor::start;
  bool upwards = false;  ///< reads from the bottom to the top
  bool bold = false;
};

/// Dots of colour, row by row from the top left, 4 bytes each: red, green, blue, opacity.
struct Image {
  Point corner;  ///< the top left one
  double width = 0;
  double height = 0;
  std::int64_t columns = 0;
  std::int64_t rows = 0;
  std::vector<std::uint8_t> pixels = {};
};

using Shape = std::variant<Line, Area, Dot, Text, Image>;

/// A figure as it stands in a paper. What is added later lies above.
struct Drawing {
  double width = 0;
  double height = 0;
  std::vector<Shape> shapes = {};
};

}  // namespace facet
