#include "framework/drawing/drawing_file.h"

#include "facet/error.h"
#include "framework/drawing/raster.h"
#include "framework/drawing/svg.h"
#include "framework/files/extension.h"
#include "framework/files/files.h"

namespace facet {

namespace {

std::string bytes_of(const std::string& extension, const Drawing& drawing, double dots_per_inch) {
  if (extension == "png") return to_png(drawing, dots_per_inch);
  return extension == "pdf" ? to_pdf(drawing) : to_svg(drawing);
}

}  // namespace

std::vector<std::string> drawing_extensions() {
  return {".svg", ".png", ".pdf"};
}

void write_drawing(const std::string& path, const Drawing& drawing, double dots_per_inch) {
  try {
    write_text(path, bytes_of(extension_of(path), drawing, dots_per_inch));
  } catch (const Error& error) {
    const std::string what = error.what();
    throw Error(what.starts_with(path) ? what : path + ": " + what);
  }
}

}  // namespace facet
