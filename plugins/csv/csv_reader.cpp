#include "csv_reader.h"

#include <csv.h>

#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <vector>

#include "csv_column.h"
#include "facet/error.h"

namespace facet {

namespace {

/// What is wrong with the first row, and what would be right.
std::string wrong_names(const std::vector<std::string>& names) {
  if (names.size() == 1 && names[0].find_first_of(";\t") != std::string::npos)
    return "columns must be separated by commas, and decimals by points (pandas: sep=\",\", "
           "decimal=\".\")";
  if (names[0] == "scorer")
    return "is a table of DeepLabCut, whose first three rows are names: write one row of them "
           "(pandas: df.columns = [\"_\".join(c[1:]) for c in df.columns]; df.to_csv(...))";
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!names[i].empty() && csv_number(names[i]))
      return "the first row must name every column, but has the number " + names[i] +
             " in column " + std::to_string(i + 1) + ": write names, such as unit_1";
  return "";
}

void require_utf8(const std::string& path, std::string_view begin) {
  if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF"))
    throw Error(path + ": is written in UTF-16: save it in UTF-8 (Excel: \"CSV UTF-8\")");
}

/// Finds the first line without anything that is not at the end of the file. libcsv leaves it out,
/// which is a row too few where an empty cell is meant: in a file of one column.
class EmptyLines {
 public:
  void take(std::string_view text) {
    for (const char character : text) {
      if (character == '\r') continue;
      if (character != '\n') {
        if (!found_) found_ = waiting_;
        at_start_ = false;
        continue;
      }
      if (at_start_ && !waiting_) waiting_ = line_;
      at_start_ = true;
      ++line_;
    }
  }
  std::optional<std::int64_t> found() const { return found_; }

 private:
  std::int64_t line_ = 1;
  bool at_start_ = true;
  std::optional<std::int64_t> waiting_, found_;
};

/// Takes cell after cell. What is wrong is kept: nothing may be thrown through libcsv.
class CsvRows {
 public:
  void add_cell(std::string cell) { cells_.push_back(std::move(cell)); }

  void end_row() {
    ++row_;
    if (mistake_.empty()) row_ == 1 ? name_columns() : add_row();
    cells_.clear();
  }

  std::int64_t row() const { return row_; }
  const std::string& mistake() const { return mistake_; }
  const std::vector<CsvColumn>& columns() const { return columns_; }

 private:
  void name_columns() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (cells_[0].starts_with(byte_order_mark)) cells_[0].erase(0, byte_order_mark.size());
    mistake_ = wrong_names(cells_);
    for (std::string& cell : cells_) columns_.emplace_back(std::move(cell));
  }

  void add_row() {
    if (cells_.size() != columns_.size()) {
      mistake_ = "row " + std::to_string(row_) + " has " + std::to_string(cells_.size()) +
                 " cells, the first row names " + std::to_string(columns_.size()) +
                 " columns: the first row is that of the names, and each has a cell for every one";
      return;
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) columns_[i].add(cells_[i], row_);
  }

  std::vector<std::string> cells_;
  std::vector<CsvColumn> columns_;
  std::int64_t row_ = 0;
  std::string mistake_;
};

void on_cell(void* text, std::size_t size, void* rows) {
  static_cast<CsvRows*>(rows)->add_cell(std::string(static_cast<const char*>(text), size));
}

void on_row(int, void* rows) {
  static_cast<CsvRows*>(rows)->end_row();
}

/// libcsv's parser, freed at the end.
class CsvParser {
 public:
  CsvParser() { csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI); }
  ~CsvParser() { csv_free(&parser_); }
  CsvParser(const CsvParser&) = delete;
  CsvParser& operator=(const CsvParser&) = delete;

  bool parse(const char* text, std::size_t size, CsvRows& rows) {
    return csv_parse(&parser_, text, size, on_cell, on_row, &rows) == size;
  }
  bool finish(CsvRows& rows) { return csv_fini(&parser_, on_cell, on_row, &rows) == 0; }

 private:
  csv_parser parser_{};
};

CsvRows read_rows(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  CsvParser parser;
  CsvRows rows;
  EmptyLines empty_lines;
  std::array<char, 65536> text;
  bool right = true;
  while (right && rows.mistake().empty() && file) {
    file.read(text.data(), text.size());
    const std::string_view read(text.data(), static_cast<std::size_t>(file.gcount()));
    if (rows.row() == 0) require_utf8(path, read);
    empty_lines.take(read);
    right = parser.parse(read.data(), read.size(), rows);
  }
  if (rows.mistake().empty() && !(right && parser.finish(rows)))
    throw Error(path + ": row " + std::to_string(rows.row() + 1) +
                " has a quotation mark that is not closed, or stands within a cell");
  if (!rows.mistake().empty()) throw Error(path + ": " + rows.mistake());
  if (rows.columns().size() == 1 && empty_lines.found())
    throw Error(
        path + ": line " + std::to_string(*empty_lines.found()) +
        " is empty: in a file of one column that can be an empty cell or nothing; write nan "
        "for what is missing");
  if (rows.row() < 2) throw Error(path + ": has no row of values under the names");
  return rows;
}

}  // namespace

FileArrays CsvReader::list(const std::string& path) const {
  require_readable(path);
  const CsvRows rows = read_rows(path);
  FileArrays arrays;
  for (const CsvColumn& column : rows.columns()) {
    if (column.name().empty())  // of an index, as pandas writes it
      arrays.push_back(FileArray::unreadable("", "has no name in the first row"));
    else if (column.why_unreadable().empty())
      arrays.emplace_back(column.name(), column.values());
    else
      arrays.push_back(FileArray::unreadable(column.name(), column.why_unreadable()));
  }
  return arrays;
}

}  // namespace facet
