#include "framework/drawing/axes.h"

#include <algorithm>
#include <cmath>

namespace facet {

namespace {

constexpr double font_size = 7;
constexpr double tick_length = 2.5;

constexpr double beside_box = 20;  // texts may be so much longer than their side of the box

}  // namespace

Point Axes::at(double x, double y) const {
  return {box_.left + (x - x_.low) / x_.size() * box_.width,
          box_.top + (y_.high - y) / y_.size() * box_.height};
}

void Axes::add_tick(const Point& from, const Point& to, const Point& text, const Tick& tick,
                    Anchor anchor) {
  drawing_.shapes.emplace_back(Line{{from, to}, {}, 0.5});
  drawing_.shapes.emplace_back(Text{text, tick.text, font_size - 1, anchor});
}

void Axes::frame(const AxesTexts& said) {
  const double left = box_.left, bottom = box_.top + box_.height;
  drawing_.shapes.emplace_back(
      Line{{{left, box_.top}, {left, bottom}, {left + box_.width, bottom}}, {}, 0.5});
  for (const Tick& tick : ticks_along(x_, box_.width, font_size - 1)) {
    const Point place{at(tick.at, y_.low).x, bottom};
    add_tick(place, {place.x, bottom + tick_length}, {place.x, bottom + tick_length + font_size},
             tick, Anchor::middle);
  }
  draw_left_ticks();
  texts(said);
}

void Axes::vertical_frame(const AxesTexts& said) {
  const Point low = at(x_.low, 0), bottom{box_.left, box_.top + box_.height};
  drawing_.shapes.emplace_back(Line{{{box_.left, box_.top}, bottom}, {}, 0.5});
  drawing_.shapes.emplace_back(Line{{low, {low.x + box_.width, low.y}}, {}, 0.5});
  draw_left_ticks();
  texts(said);
}

void Axes::draw_left_ticks() {
  for (const Tick& tick : ticks_in(y_, 4)) {
    const Point place = at(x_.low, tick.at);
    add_tick(place, {place.x - tick_length, place.y},
             {place.x - tick_length - 1.5, place.y + font_size * 0.33}, tick, Anchor::end);
  }
}

void Axes::texts(const AxesTexts& said) {
  const double middle = box_.left + box_.width / 2, bottom = box_.top + box_.height;
  const Text title{{middle, box_.top - 5}, said.title, font_size, Anchor::middle, false, true};
  const Text below{{middle, bottom + 19}, said.x, font_size, Anchor::middle};
  const Text beside{
      {box_.left - 29, box_.top + box_.height / 2}, said.y, font_size, Anchor::middle, true};
  for (Text text : {title, below, beside}) {
    if (text.text.empty()) continue;
    const double side = text.upwards ? box_.height : box_.width;
    text.text = fitted(text.text, side + beside_box, font_size);
    drawing_.shapes.emplace_back(text);
  }
}

void Axes::line(const std::vector<double>& x, const std::vector<double>& y, const Colour& colour,
                double width, double opacity) {
  Line line{{}, colour, width, opacity};
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isfinite(y[i])) line.points.push_back(at(x[i], y[i]));
    const bool ends = i + 1 == x.size() || !std::isfinite(y[i]);
    if (!ends || line.points.empty()) continue;
    drawing_.shapes.emplace_back(line);
    line.points.clear();
  }
}

void Axes::dots(const std::vector<double>& x, const std::vector<double>& y, const Colour& colour) {
  for (std::size_t i = 0; i < x.size(); ++i)
    if (std::isfinite(y[i])) drawing_.shapes.emplace_back(Dot{at(x[i], y[i]), 1.5, colour});
}

double draw_name(Drawing& drawing, Point at, const std::string& name, bool bold) {
  const Text text{at, fitted(name, name_width, font_size), font_size, Anchor::start, false, bold};
  const double right = at.x + (bold ? 1.15 : 1) * text_width(text.text, font_size);
  drawing.shapes.emplace_back(text);
  drawing.width = std::max(drawing.width, right + 10);
  return right;
}

void draw_key(Drawing& drawing, Point at, const std::vector<std::string>& names,
              const std::vector<Colour>& colours) {
  const double left = at.x;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double room = 12 + std::min(text_width(names[i], font_size), name_width);
    if (at.x > left && at.x + room > drawing.width) at = {left, at.y + 10};
    const double middle = at.y - font_size * 0.33;
    drawing.shapes.emplace_back(Line{{{at.x, middle}, {at.x + 9, middle}}, colours[i], 2});
    at.x = draw_name(drawing, {at.x + 12, at.y}, names[i]) + 10;
  }
  drawing.height = std::max(drawing.height, at.y + 4);
}

}  // namespace facet
