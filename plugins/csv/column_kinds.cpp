#include "column_kinds.h"

#include <algorithm>

namespace facet::csv {

void ColumnKinds::add(std::string_view cell, std::int64_t row, const Missing& missing) {
  if (is_text() && has_numbers()) return;
  Cell& first = first_[static_cast<std::size_t>(kind_of(cell, missing))];
  if (first.row == 0) first = {row, std::string(cell)};
}

bool ColumnKinds::has_numbers() const {
  return has(CellKind::integer) || has(CellKind::large_integer) || has(CellKind::number) ||
         has(CellKind::point) || has(CellKind::comma) || has(CellKind::comma_or_group);
}

bool ColumnKinds::is_without_values() const {
  return !has_numbers() && !has(CellKind::boolean) && !is_text() && !has(CellKind::spoilt_number) &&
         first(CellKind::missing).text.empty();
}

at::ScalarType ColumnKinds::type() const {
  if (has(CellKind::missing) || has(CellKind::number) || has(CellKind::point) ||
      has(CellKind::comma) || has(CellKind::comma_or_group))
    return at::kDouble;
  return has(CellKind::boolean) ? at::kBool : at::kLong;
}

std::string ColumnKinds::place(const Cell& cell) const {
  return " in row " + std::to_string(cell.row) + ", column " + std::to_string(column_ + 1);
}

/// An integer among others that make it a float64.
std::string ColumnKinds::why_no_float64() const {
  if (!has(CellKind::large_integer) || type() != at::kDouble) return "";
  const Cell& large = first(CellKind::large_integer);
  const bool beside_missing = has(CellKind::missing);
  return "holds " + shown(large.text) + place(large) + ", which no float64 can be, and " +
         (beside_missing ? "a missing value" + place(first(CellKind::missing))
                         : std::string("numbers that are not whole")) +
         ": a column of both would be one of float64";
}

std::string ColumnKinds::first_text() const {
  const Cell& text = first(CellKind::text);
  return is_text() ? shown(text.text) + place(text) : "";
}

std::string ColumnKinds::why_unreadable(bool decimal_comma) const {
  if (is_text()) return "";
  if (const Cell& spoilt = first(CellKind::spoilt_number); spoilt.row > 0)
    return why_no_number(spoilt.text, place(spoilt));
  if (const Cell& word = first(CellKind::boolean); word.row > 0 && has_numbers())
    return "holds " + shown(word.text) + place(word) +
           " among numbers: write 1 and 0, or true and false alone";
  for (const CellKind kind : {CellKind::comma, CellKind::comma_or_group})
    if (const Cell& comma = first(kind); comma.row > 0 && !decimal_comma)
      return "holds " + shown(comma.text) + place(comma) +
             ", with a comma: it is a decimal sign where columns are separated by ; or tabs, some "
             "number cannot have it for another reason (as 0,5) and none has a point; thousands "
             "must not be separated";
  return why_no_float64();
}

}  // namespace facet::csv
