#include "csv_file.h"

#include <algorithm>
#include <cmath>

#include "facet/error.h"
#include "facet/text.h"
#include "number.h"

namespace facet::logs {

namespace {

std::vector<std::string> columns_of(const std::string& header, const std::string& path) {
  std::vector<std::string> columns;
  for (std::size_t begin = 0; begin <= header.size();) {
    const std::size_t end = std::min(header.find(',', begin), header.size());
    columns.push_back(header.substr(begin, end - begin));
    begin = end + 1;
  }
  if (columns.empty() || columns[0] != "step")
    throw Error(path + ":1: the first column must be step, got '" +
                printable(header.substr(0, 40)) +
                "': the log cannot go on; move the file, and a new one is begun");
  columns.erase(columns.begin());
  return columns;
}

}  // namespace

void CsvFile::forget_after(std::int64_t step) {
  columns_.clear();
  if (step == 0) return file_.clear();
  const std::vector<std::string> lines = file_.read();
  if (!lines.empty()) columns_ = columns_of(lines[0], file_.path());
  file_.replace(file_.without_later(lines, 1, step));
}

void CsvFile::add_columns(const Row& row) {
  const std::size_t known = columns_.size();
  for (const auto& [name, value] : row.values)
    if (std::ranges::find(columns_, name) == columns_.end()) columns_.push_back(name);
  if (columns_.size() == known) return;
  const std::string header = "step," + join(columns_, ",");
  if (known == 0) return file_.append(header);
  std::vector<std::string> lines = file_.read();
  for (std::string& line : lines) line.append(columns_.size() - known, ',');
  lines.at(0) = header;
  file_.replace(lines);
}

void CsvFile::write(const Row& row) {
  add_columns(row);
  std::string line = std::to_string(row.step);
  for (const std::string& column : columns_) {
    line += ",";
    for (const auto& [name, value] : row.values)
      if (name == column && !std::isnan(value)) line += exact_text(value);
  }
  file_.append(line);
}

}  // namespace facet::logs
