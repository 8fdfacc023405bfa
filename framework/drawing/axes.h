#pragma once

#include <string>
#include <vector>

#include "framework/drawing/drawing.h"
#include "framework/drawing/text_width.h"
#include "framework/drawing/ticks.h"

namespace facet {

/// A part of a drawing, from its top left corner.
struct Box {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

/// What the axes of a panel say.
struct AxesTexts {
  std::string title;
  std::string x;
  std::string y;
};

/// A panel: a box in which numbers have places. The drawing must outlive it.
class Axes {
 public:
  Axes(Drawing& drawing, const Box& box, const Extent& x, const Extent& y)
      : drawing_(drawing), box_(box), x_(x), y_(y) {}

  Point at(double x, double y) const;

  /// Lines on the left and below with ticks at round numbers, and texts beside them.
  void frame(const AxesTexts& texts);
  /// The line on the left alone with its ticks, and the texts: below stand names.
  void vertical_frame(const AxesTexts& texts);
  /// The title, the text below and the one on the left alone: the rows and columns have names.
  void texts(const AxesTexts& texts);
  /// A number that is not finite is a hole in the line.
  void line(const std::vector<double>& x, const std::vector<double>& y, const Colour& colour,
            double width = 0.75, double opacity = 1);
  void dots(const std::vector<double>& x, const std::vector<double>& y, const Colour& colour);

 private:
  void draw_left_ticks();
  void add_tick(const Point& from, const Point& to, const Point& text, const Tick& tick,
                Anchor anchor);

  Drawing& drawing_;
  const Box box_;
  const Extent x_, y_;
};

/// Of a key; what is longer ends with an ellipsis.
inline constexpr double name_width = 160;

/// A name in a key, for which the drawing is made wide enough. Returns where it ends.
double draw_name(Drawing& drawing, Point at, const std::string& name, bool bold = false);

/// Entries, each a colour and a name, from `at` to the right, then in lines below, for which the
/// drawing is made high enough.
void draw_key(Drawing& drawing, Point at, const std::vector<std::string>& names,
              const std::vector<Colour>& colours);

}  // namespace facet
