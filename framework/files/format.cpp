#include "framework/files/format.h"

#include "facet/error.h"

namespace facet {

namespace {

std::string newer(std::int64_t format) {
  return "is " + std::to_string(format) + ", which is newer than this Facet reads (" +
         std::to_string(file_format) + "): use the Facet that wrote it, or a newer one";
}

}  // namespace

void require_format(const std::string& path, std::optional<std::int64_t> format) {
  if (!format) throw Error(path + ": has no number `format`: it was not written by Facet");
  if (*format > file_format) throw Error(path + ": format " + newer(*format));
}

void require_format(const Table& file) {
  const Value* format = file.find("format");
  if (format && format->is_integer() && format->integer() > file_format)
    throw OptionsError({{format->where, "format", newer(format->integer())}});
}

}  // namespace facet
