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

/// Whether it is written as such a number, of which none is as large or as small.
template <class Number>
bool is_beyond(const std::string& cell) {
  Number number{};
  const char* end = cell.data() + cell.size();
  const auto [after, error] = std::from_chars(cell.data(), end, number);
  return error == std::errc::result_out_of_range && after == end;
}

std::string why_no_number(const std::string& cell, std::int64_t row) {
  const std::string where = "'" + cell + "' in row " + std::to_string(row);
  if (is_beyond<std::int64_t>(cell)) return "holds " + where + ", an integer of 2^63 or more";
  if (is_beyond<double>(cell)) return "holds " + where + ", which no float64 can be";
  return "holds text, first " + where +
         ": cells must be numbers, those of classes too, and what is missing an empty cell";
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
  else if (const auto number = csv_number(cell); number && !is_beyond<std::int64_t>(cell))
    numbers_.push_back(*number);
  else
    why_unreadable_ = why_no_number(cell, row);
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
