#pragma once

#include <c10/core/ScalarType.h>

#include <string>
#include <vector>

#include "cell.h"
#include "header.h"
#include "parser.h"

namespace facet::csv {

/// One column: what is known of it without its values.
struct Column {
  at::ScalarType type = at::kDouble;  ///< of text int64, the number of its class
  std::string why_unreadable;         ///< empty: it can be read
  std::string first_text = {};        ///< `'lost' in row 9, column 2`; empty: it is no text
  bool has_numbers = false;           ///< beside the text

  bool is_text() const { return !first_text.empty(); }
};

/// A file that was looked through once.
struct Table {
  std::string path;
  char separator = ',';
  Header header;
  std::int64_t num_rows = 0;    ///< of values
  std::vector<Column> columns;  ///< as many as there are names
};

/// Finds out how a file is written, the types of its columns and the number of its rows; keeps no
/// value. Throws Error that names the file where it is no table.
Table scan_table(const std::string& path, const Missing& missing);

/// Takes the values of a table: the rows under the names. Throws Error where one is of another
/// length.
class TableRows : public Taker {
 public:
  explicit TableRows(const Header& header) : header_(header) {}

  void take_cell(std::string_view cell) final;
  void end_row() final;
  std::int64_t num_rows() const { return row_ - header_.num_rows; }

 protected:
  std::int64_t row() const { return row_; }  ///< of the file, from 0

 private:
  virtual void take_value(std::size_t column, std::string_view cell) = 0;

  const Header& header_;
  std::int64_t row_ = 0;
  std::size_t column_ = 0;
};

}  // namespace facet::csv
