#include "table_file.h"

#include <csv.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "facet/error.h"

namespace facet::phy {

namespace {

struct ParsedRows {
  std::vector<Cells> whole;
  Cells last;

  static void cell(void* text, std::size_t size, void* rows) {
    static_cast<ParsedRows*>(rows)->last.emplace_back(static_cast<const char*>(text), size);
  }
  static void end_row(int, void* rows) {
    auto& own = *static_cast<ParsedRows*>(rows);
    own.whole.push_back(std::move(own.last));
    own.last.clear();
  }
};

std::vector<Cells> parse(const std::string& text, char separator) {
  ParsedRows rows;
  csv_parser parser{};
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser, static_cast<unsigned char>(separator));
  const bool right = csv_parse(&parser, text.data(), text.size(), ParsedRows::cell,
                               ParsedRows::end_row, &rows) == text.size() &&
                     csv_fini(&parser, ParsedRows::cell, ParsedRows::end_row, &rows) == 0;
  csv_free(&parser);
  if (!right)
    throw Error("row " + std::to_string(rows.whole.size() + 1) +
                " has a quotation mark that is not closed, or stands within a cell");
  return rows.whole;
}

std::string read_lines(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw Error("cannot be read");
  if (text.empty()) throw Error("is empty");
  if (text.back() != '\n')  // half a name would be another one
    throw Error("ends within a line: it was cut, or its last line needs a line break");
  return text;
}

}  // namespace

TableFile read_table(const std::string& path) {
  TableFile table;
  table.name = std::filesystem::path(path).filename();
  try {
    const std::string text = read_lines(path);
    const std::string first = text.substr(0, text.find('\n'));
    table.rows = parse(text, first.find('\t') == std::string::npos ? ',' : '\t');
    if (table.rows.empty()) throw Error("has no names of columns");
    table.columns = table.rows[0];
    table.rows.erase(table.rows.begin());
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      if (table.rows[i].size() != table.columns.size())
        throw Error("row " + std::to_string(i + 2) + " has " +
                    std::to_string(table.rows[i].size()) + " cells, the first row names " +
                    std::to_string(table.columns.size()) + " columns");
  } catch (const Error& error) {
    throw Error(table.name + ": " + error.what());
  }
  return table;
}

}  // namespace facet::phy
