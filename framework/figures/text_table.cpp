#include "framework/figures/text_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace facet {

std::string text_table(const TableRows& rows, std::size_t num_text_columns,
                       const std::string& indent) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line = indent;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - row[i].size(), ' ');
      line += (i ? "  " : "") + (i < num_text_columns ? row[i] + padding : padding + row[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string digits(double value, int number) {
  if (std::isnan(value)) return "nan";  // whatever its sign
  char text[400];                       // of the largest double there are 309 before the point
  const auto end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, number).ptr;
  return {text, end};
}

std::string four_digits(double value) {
  return digits(value, 4);
}

std::string at_most_four_digits(double value) {
  std::string text = four_digits(value);
  if (text.find('.') == std::string::npos) return text;  // inf, nan
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace facet
