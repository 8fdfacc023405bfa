#include "csv_reader.h"

#include <memory>

#include "columns.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "pose.h"
#include "unit.h"

namespace facet {

namespace {

TextValues read_text(csv::Columns& columns, std::size_t i) {
  const csv::Table& table = columns.table();
  const csv::Column& column = table.columns[i];
  if (column.has_numbers)
    warn(table.path + ": '" + table.header.names[i] + "' is text: " + column.first_text +
         " is no number (what is missing is empty, NA or listed by the reader's option `missing`)");
  csv::ColumnValues read = columns.read_values(i);
  return {std::move(read.values), std::move(read.classes)};
}

FileArray list_column(const std::shared_ptr<csv::Columns>& columns, std::size_t i) {
  const csv::Column& column = columns->table().columns[i];
  const std::string& name = columns->table().header.names[i];
  if (name.empty()) return FileArray::unreadable("", "has no name in the first row");
  if (std::string plain = name; make_plain(plain) == "bytes that are not UTF-8")
    return FileArray::unreadable(
        plain, "has bytes in its name that are not UTF-8: save the file in UTF-8");
  if (!column.why_unreadable.empty()) return FileArray::unreadable(name, column.why_unreadable);
  ArrayFacts facts;
  facts.unit = csv::unit_of(name);
  const std::int64_t rows = columns->table().num_rows;
  if (column.is_text())
    return FileArray::text(name, rows, [=] { return read_text(*columns, i); }).with(facts);
  return FileArray(name, {rows}, column.type, [=] { return columns->read(i); }).with(facts);
}

}  // namespace

void CsvReader::Options::describe(OptionsDescription<Options>& options) {
  options.add("missing", &Options::missing, "spellings of what is missing, beside an empty cell");
  options
      .add("likelihood", &Options::likelihood,
           "of DeepLabCut's tables: where a part's likelihood is less, its coordinates are NaN")
      .at_least(0)
      .at_most(1);
}

FileArrays CsvReader::list(const std::string& path) const {
  require_readable(path);
  const csv::Missing missing(options_.missing);
  const auto columns = std::make_shared<csv::Columns>(csv::scan_table(path, missing), missing);
  if (!columns->table().header.pose.empty()) return csv::list_pose(columns, options_.likelihood);
  FileArrays arrays;
  for (std::size_t i = 0; i < columns->table().columns.size(); ++i)
    arrays.push_back(list_column(columns, i));
  return arrays;
}

}  // namespace facet
