#include "table.h"

#include <algorithm>

#include "column_kinds.h"
#include "dialect.h"
#include "facet/error.h"

namespace facet::csv {

namespace {

class Scan : public TableRows {
 public:
  Scan(const Header& header, const Missing& missing) : TableRows(header), missing_(missing) {
    for (std::size_t i = 0; i < header.names.size(); ++i) columns_.emplace_back(i);
  }

  const std::vector<ColumnKinds>& columns() const { return columns_; }

  /// Whether commas stand where other tables have points. Text says nothing of it.
  bool has_decimal_commas() const {
    const auto any = [&](CellKind kind) {
      return std::any_of(columns_.begin(), columns_.end(), [&](const ColumnKinds& column) {
        return column.has(kind) && !column.is_text();
      });
    };
    return any(CellKind::comma) && !any(CellKind::point);
  }

 private:
  void take_value(std::size_t column, std::string_view cell) override {
    columns_[column].add(cell, row() + 1, missing_);
  }

  const Missing& missing_;
  std::vector<ColumnKinds> columns_;
};

void require_rows(const Scan& scan, const Header& header) {
  if (scan.num_rows() < 1) throw Error("has no row of values under the names");
  if (header.index_added && scan.columns().back().is_without_values())
    throw Error("every row but the first ends with a separator: the last cell of each has no name");
}

void require_no_empty_line(const std::string& path) {
  if (const auto line = find_empty_line(path))
    throw Error("line " + std::to_string(*line) +
                " is empty: in a file of one column that can be an empty cell or nothing; write "
                "nan for what is missing");
}

}  // namespace

void TableRows::take_cell(std::string_view cell) {
  if (row_ >= header_.num_rows && column_ < header_.names.size()) take_value(column_, cell);
  ++column_;
}

void TableRows::end_row() {
  if (column_ == 0) return;  // a line of blanks
  ++row_;
  if (row_ > header_.num_rows && column_ != header_.names.size())
    throw Error(wrong_row(row_, column_, header_));
  column_ = 0;
}

Table scan_table(const std::string& path, const Missing& missing) {
  const Beginning beginning = read_beginning(path);
  Table table;
  table.path = path;
  table.separator = beginning.separator;
  named(path, [&] { table.header = read_header(beginning.rows, beginning.separator); });
  Scan scan(table.header, missing);
  parse(path, table.separator, scan);
  named(path, [&] {
    if (table.header.names.size() == 1) require_no_empty_line(path);
    require_rows(scan, table.header);
  });
  table.num_rows = scan.num_rows();
  const bool decimal_comma = table.separator != ',' && scan.has_decimal_commas();
  for (const ColumnKinds& column : scan.columns())
    table.columns.push_back({column.is_text() ? at::kLong : column.type(),
                             column.why_unreadable(decimal_comma), column.first_text(),
                             column.has_numbers()});
  return table;
}

}  // namespace facet::csv
