#include "framework/drawing/svg.h"

#include "facet/text.h"
#include "framework/drawing/markup.h"
#include "framework/drawing/raster.h"
#include "framework/files/base64.h"

namespace facet {

namespace {

std::string attribute(const std::string& name, const std::string& value) {
  return " " + name + "=\"" + value + "\"";
}

/// To a hundredth of a point.
std::string length(double points) {
  return number_text(std::round(points * 100) / 100, 8);
}

std::string attribute(const std::string& name, double value) {
  return attribute(name, length(value));
}

std::string ink_text(const Ink& ink) {
  return ink ? to_hex(*ink) : "currentColor";
}

std::string points_text(const std::vector<Point>& points) {
  std::string text;
  for (const Point& point : points)
    text += (text.empty() ? "" : " ") + length(point.x) + "," + length(point.y);
  return text;
}

std::string opacity_text(double opacity) {
  return opacity < 1 ? attribute("opacity", opacity) : "";
}

std::string element(const Line& line) {
  return "<polyline fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"" +
         attribute("stroke", ink_text(line.ink)) + attribute("stroke-width", line.width) +
         opacity_text(line.opacity) + attribute("points", points_text(line.points)) + "/>";
}

std::string element(const Area& area) {
  return "<polygon" + attribute("fill", ink_text(area.ink)) + opacity_text(area.opacity) +
         attribute("points", points_text(area.points)) + "/>";
}

std::string element(const Dot& dot) {
  return "<circle" + attribute("fill", ink_text(dot.ink)) + attribute("cx", dot.centre.x) +
         attribute("cy", dot.centre.y) + attribute("r", dot.radius) + "/>";
}

std::string element(const Text& text) {
  const std::string place = length(text.at.x) + " " + length(text.at.y);
  constexpr const char* anchors[] = {"start", "middle", "end"};
  return "<text fill=\"currentColor\"" + attribute("font-size", text.size) +
         attribute("text-anchor", anchors[static_cast<int>(text.anchor)]) +
         (text.bold ? attribute("font-weight", "bold") : "") +
         attribute("transform", "translate(" + place + ")" + (text.upwards ? " rotate(-90)" : "")) +
         ">" + markup_text(text.text) + "</text>";
}

std::string element(const Image& image) {
  return "<image preserveAspectRatio=\"none\"" + attribute("x", image.corner.x) +
         attribute("y", image.corner.y) + attribute("width", image.width) +
         attribute("height", image.height) +
         attribute("href", "data:image/png;base64," + base64(to_png(image))) + "/>";
}

}  // namespace

std::string to_svg(const Drawing& drawing) {
  const std::string width = length(drawing.width), height = length(drawing.height);
  std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                     attribute("width", width + "pt") + attribute("height", height + "pt") +
                     attribute("viewBox", "0 0 " + width + " " + height) +
                     " font-family=\"Helvetica, Arial, DejaVu Sans, sans-serif\">\n";
  for (const Shape& shape : drawing.shapes)
    text += std::visit([](const auto& one) { return element(one); }, shape) + "\n";
  return text + "</svg>\n";
}

}  // namespace facet
