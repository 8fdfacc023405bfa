#include "csv_column.h"

#include <ATen/ops/tensor.h>

#include <charconv>
#include <limits>

namespace facet {

namespace {

template <class Number>
std::optional<Number> parse_csv_cell(const std::string& cell) {
  Number number{};
  const char* begin = cell.data();
  const char* end = begin + cell.size();
  if (cell.size() > 1 && *begin == '+' && cell[1] != '-') ++begin;
  const auto [after, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || after != end) return std::nullopt;
  return number;
}

std::optional<std::int64_t> csv_integer(const std::string& cell) {
  if (cell == "true" || cell == "True" || cell == "TRUE") return 1;
  if (cell == "false" || cell == "False" || cell == "FALSE") return 0;
  return parse_csv_cell<std::int64_t>(cell);
}

}  // namespace

std::optional<double> csv_number(const std::string& cell) {
  if (cell.empty()) return std::numeric_limits<double>::quiet_NaN();
  return parse_csv_cell<double>(cell);
}

void CsvColumn::add(const std::string& cell, std::int64_t row) {
  if (!why_unreadable_.empty()) return;
  const auto integer = csv_integer(cell);
  if (whole_ && integer) {
    integers_.push_back(*integer);
    return;
  }
  become_numbers();
  if (integer)
    numbers_.push_back(static_cast<double>(*integer));
  else if (const auto number = csv_number(cell))
    numbers_.push_back(*number);
  else
    why_unreadable_ =
        "holds text, first '" + cell + "' in row " + std::to_string(row) +
        ": cells must be numbers, those of classes too, and what is missing an empty cell";
}

void CsvColumn::become_numbers() {
  if (!whole_) return;
  numbers_.assign(integers_.begin(), integers_.end());
  integers_.clear();
  whole_ = false;
}

at::Tensor CsvColumn::values() const {
  return whole_ ? at::tensor(integers_, at::kLong) : at::tensor(numbers_, at::kDouble);
}

}  // namespace facet
