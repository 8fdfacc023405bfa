#include "write_table.h"

#include "facet/atomic_file.h"
#include "facet/error.h"
#include "facet/text.h"
#include "written_column.h"

namespace facet::csv {

namespace {

/// Empty: it can be columns of a table with so many rows.
std::string why_no_columns(const FileArray& array, std::int64_t rows) {
  const std::vector<std::int64_t>& shape = array.shape();
  if (shape.size() != 1 && shape.size() != 2)
    return "a table holds rows and columns, it is " + shape_text(shape);
  if (shape[0] == rows) return {};
  return "it has " + std::to_string(shape[0]) + " rows, the table " + std::to_string(rows);
}

/// As it is, where that can be told from other cells.
std::string header_cell(const std::string& name, char separator) {
  const bool is_plain = !name.empty() && name.find_first_of("\"\r\n") == std::string::npos &&
                        name.find(separator) == std::string::npos && name.front() != ' ' &&
                        name.back() != ' ';
  return is_plain ? name : in_quotes(name);
}

void write_rows(AtomicFile& file, const std::vector<WrittenColumn>& columns, std::int64_t rows,
                char separator) {
  constexpr std::size_t piece = 1 << 16;  // bytes
  std::string lines;
  for (std::int64_t row = 0; row < rows; ++row) {
    for (const WrittenColumn& column : columns) {
      column.append(row, lines);
      lines += separator;
    }
    lines.back() = '\n';
    if (lines.size() < piece) continue;
    file.write(lines);
    lines.clear();
  }
  file.write(lines);
}

}  // namespace

std::vector<LeftOut> write_table(const std::string& path, const FileArrays& arrays,
                                 char separator) {
  const FileArray& first = arrays.at(0);
  const std::int64_t rows = first.shape().empty() ? 0 : first.shape()[0];
  if (const std::string why = why_no_columns(first, rows); !why.empty())
    throw Error(path + ": '" + first.name() + "' cannot be written: " + why);
  std::vector<WrittenColumn> columns;
  std::vector<LeftOut> left_out;
  for (const FileArray& array : arrays) {
    if (const std::string why = why_no_columns(array, rows); !why.empty())
      left_out.push_back({array.name(), why});
    else
      for (WrittenColumn& column : written_columns(array)) columns.push_back(std::move(column));
  }
  if (columns.empty()) throw Error(path + ": cannot be written: there are no columns");
  AtomicFile file(path);
  std::string header;
  for (const WrittenColumn& column : columns)
    header += header_cell(column.name, separator) + separator;
  header.back() = '\n';
  file.write(header);
  write_rows(file, columns, rows, separator);
  file.finish();
  return left_out;
}

}  // namespace facet::csv
