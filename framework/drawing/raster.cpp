#include "framework/drawing/raster.h"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>

#include "facet/error.h"

namespace facet {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

void require(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw Error(std::string("the figure cannot be drawn: ") + cairo_status_to_string(status));
}

Surface checked(cairo_surface_t* surface) {
  Surface owned(surface, cairo_surface_destroy);
  require(cairo_surface_status(surface));
  return owned;
}

cairo_status_t append_bytes(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

std::string png_of(cairo_surface_t* surface) {
  std::string bytes;
  require(cairo_surface_write_to_png_stream(surface, append_bytes, &bytes));
  return bytes;
}

/// Cairo's pixels are 32 bits, opacity first, the colours multiplied by it.
Surface surface_of(const Image& image) {
  Surface surface = checked(cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, static_cast<int>(image.columns), static_cast<int>(image.rows)));
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (std::int64_t row = 0; row < image.rows; ++row)
    for (std::int64_t column = 0; column < image.columns; ++column) {
      const std::uint8_t* pixel =
          &image.pixels[static_cast<std::size_t>(4 * (row * image.columns + column))];
      const std::uint32_t opacity = pixel[3];
      const auto part = [&](int i) { return (pixel[i] * opacity + 127) / 255; };
      const std::uint32_t value = opacity << 24 | part(0) << 16 | part(1) << 8 | part(2);
      std::memcpy(data + row * stride + column * 4, &value, sizeof value);
    }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

class Painter {
 public:
  explicit Painter(cairo_surface_t* surface) : context_(cairo_create(surface), cairo_destroy) {
    require(cairo_status(context_.get()));
    cairo_set_line_join(context_.get(), CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(context_.get(), CAIRO_LINE_CAP_ROUND);
  }

  void paint(const Drawing& drawing, double scale) {
    cairo_scale(context_.get(), scale, scale);
    set_ink(Colour{1, 1, 1}, 1);
    cairo_paint(context_.get());
    for (const Shape& shape : drawing.shapes)
      std::visit([this](const auto& one) { draw(one); }, shape);
    require(cairo_status(context_.get()));
  }

 private:
  void set_ink(const Ink& ink, double opacity) {
    const Colour colour = ink.value_or(Colour{});
    cairo_set_source_rgba(context_.get(), colour.red, colour.green, colour.blue, opacity);
  }

  void trace(const std::vector<Point>& points) {
    cairo_new_path(context_.get());
    for (const Point& point : points) cairo_line_to(context_.get(), point.x, point.y);
  }

  void draw(const Line& line) {
    set_ink(line.ink, line.opacity);
    cairo_set_line_width(context_.get(), line.width);
    trace(line.points);
    cairo_stroke(context_.get());
  }

  void draw(const Area& area) {
    set_ink(area.ink, area.opacity);
    trace(area.points);
    cairo_fill(context_.get());
  }

  void draw(const Dot& dot) {
    set_ink(dot.ink, 1);
    cairo_new_path(context_.get());
    cairo_arc(context_.get(), dot.centre.x, dot.centre.y, dot.radius, 0, 2 * std::numbers::pi);
    cairo_fill(context_.get());
  }

  void draw(const Text& text) {
    set_ink({}, 1);
    cairo_select_font_face(context_.get(), "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                           text.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context_.get(), text.size);
    require_font();
    cairo_text_extents_t extents;
    cairo_text_extents(context_.get(), text.text.c_str(), &extents);
    cairo_save(context_.get());
    cairo_translate(context_.get(), text.at.x, text.at.y);
    if (text.upwards) cairo_rotate(context_.get(), -std::numbers::pi / 2);
    cairo_move_to(context_.get(), -extents.x_advance * static_cast<int>(text.anchor) / 2, 0);
    cairo_show_text(context_.get(), text.text.c_str());
    cairo_restore(context_.get());
  }

  /// Without fonts cairo draws nothing, and says nothing.
  void require_font() {
    cairo_font_extents_t extents;
    cairo_font_extents(context_.get(), &extents);
    cairo_text_extents_t letter;
    cairo_text_extents(context_.get(), "M", &letter);
    require(cairo_status(context_.get()));
    if (letter.width <= 0)
      throw Error("the figure cannot be drawn: no font is installed, such as fonts-dejavu-core");
  }

  void draw(const Image& image) {
    const Surface pixels = surface_of(image);
    cairo_save(context_.get());
    cairo_translate(context_.get(), image.corner.x, image.corner.y);
    cairo_scale(context_.get(), image.width / static_cast<double>(image.columns),
                image.height / static_cast<double>(image.rows));
    cairo_set_source_surface(context_.get(), pixels.get(), 0, 0);
    double column = 1, row = 1;
    cairo_user_to_device_distance(context_.get(), &column, &row);
    cairo_pattern_set_filter(cairo_get_source(context_.get()),
                             column < 1 ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
    cairo_paint(context_.get());
    cairo_restore(context_.get());
  }

  Context context_;
};

}  // namespace

std::string to_png(const Image& image) {
  return png_of(surface_of(image).get());
}

std::string to_png(const Drawing& drawing, double dots_per_inch) {
  const double scale = dots_per_inch / 72;
  const Surface surface = checked(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(drawing.width * scale)),
      static_cast<int>(std::ceil(drawing.height * scale))));
  Painter(surface.get()).paint(drawing, scale);
  return png_of(surface.get());
}

std::string to_pdf(const Drawing& drawing) {
  std::string bytes;
  const Surface surface = checked(
      cairo_pdf_surface_create_for_stream(append_bytes, &bytes, drawing.width, drawing.height));
  Painter(surface.get()).paint(drawing, 1);
  cairo_surface_finish(surface.get());
  require(cairo_surface_status(surface.get()));
  return bytes;
}

}  // namespace facet
