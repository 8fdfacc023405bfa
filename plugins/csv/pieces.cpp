#include "pieces.h"

#include "facet/error.h"

namespace facet::csv {

namespace {

/// Of the beginning of a file.
std::string_view without_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    throw Error("is written in UTF-16: save it in UTF-8 (Excel: \"CSV UTF-8\")");
  if (text.find('\0') != std::string_view::npos)
    throw Error(
        "is no text, it has bytes that are 0: give it the extension of its format, or save it as "
        "text in UTF-8");
  return text.substr(text.starts_with(mark) ? mark.size() : 0);
}

}  // namespace

std::string_view Pieces::next() {
  file_.read(bytes_.data(), bytes_.size());
  const std::string_view piece(bytes_.data(), static_cast<std::size_t>(file_.gcount()));
  if (file_.bad()) throw Error("cannot be read to its end");
  if (!first_) return piece;
  first_ = false;
  return without_mark(piece);
}

}  // namespace facet::csv
