#include "parser.h"

#include <csv.h>

#include <exception>

#include "pieces.h"

namespace facet::csv {

namespace {

/// What libcsv hands to the taker. Nothing may be thrown through libcsv: it is kept.
class Handed {
 public:
  Handed(char separator, Taker& taker) : separator_(separator), taker_(taker) {}

  static void cell(void* text, std::size_t size, void* handed) {
    static_cast<Handed*>(handed)->take(static_cast<const char*>(text), size);
  }
  static void row(int, void* handed) { static_cast<Handed*>(handed)->end_row(); }

  std::int64_t rows() const { return rows_; }
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  /// `text` is null where the cell is empty and has no quotation marks.
  void take(const char* text, std::size_t size) {
    if (!text && separator_ == ' ') return;
    guarded([&] { taker_.take_cell(text ? std::string_view(text, size) : std::string_view()); });
  }
  void end_row() {
    ++rows_;
    guarded([&] { taker_.end_row(); });
  }
  template <class Action>
  void guarded(const Action& action) {
    if (thrown_) return;
    try {
      action();
    } catch (...) {
      thrown_ = std::current_exception();
    }
  }

  const char separator_;
  Taker& taker_;
  std::int64_t rows_ = 0;
  std::exception_ptr thrown_;
};

/// libcsv's parser, freed at the end.
class Parser {
 public:
  explicit Parser(char separator) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  bool parse(std::string_view piece, Handed& handed) {
    const auto parsed =
        csv_parse(&parser_, piece.data(), piece.size(), Handed::cell, Handed::row, &handed);
    handed.rethrow();
    return parsed == piece.size();
  }
  bool finish(Handed& handed) {
    const bool right = csv_fini(&parser_, Handed::cell, Handed::row, &handed) == 0;
    handed.rethrow();
    return right;
  }

 private:
  csv_parser parser_{};
};

/// Whether all quotation marks are in their places.
bool parse_pieces(Pieces& pieces, Handed& handed, char separator, const Taker& taker) {
  Parser parser(separator);
  for (std::string_view piece = pieces.next(); !piece.empty(); piece = pieces.next()) {
    if (!parser.parse(piece, handed)) return false;
    if (!taker.wants_more()) return true;
  }
  return parser.finish(handed);
}

}  // namespace

void parse(const std::string& path, char separator, Taker& taker) {
  named(path, [&] {
    Pieces pieces(path);
    Handed handed(separator, taker);
    if (!parse_pieces(pieces, handed, separator, taker))
      throw Error(
          "row " + std::to_string(handed.rows() + 1) +
          " has a quotation mark that is not closed, or stands within a cell: in a quoted one "
          "it is written twice, as R does with qmethod = \"double\"");
  });
}

std::optional<std::int64_t> find_empty_line(const std::string& path) {
  Pieces pieces(path);
  std::int64_t line = 1;
  std::optional<std::int64_t> empty;
  bool nothing = true;
  for (std::string_view piece = pieces.next(); !piece.empty(); piece = pieces.next()) {
    for (const char character : piece) {
      if (character == '\n') {
        if (nothing && !empty) empty = line;
        ++line;
        nothing = true;
      } else if (character != '\r' && character != ' ' && character != '\t') {
        if (empty) return empty;
        nothing = false;
      }
    }
  }
  return std::nullopt;
}

}  // namespace facet::csv
