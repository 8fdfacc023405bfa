#include "cell.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <limits>

#include "facet/text.h"

namespace facet::csv {

namespace {

template <class Number>
struct Parsed {
  Number number{};
  bool is_one = false;
  bool beyond = false;  // written as one, and none is as large or as small
};

template <class Number>
Parsed<Number> parsed(std::string_view cell) {
  if (cell.size() > 1 && cell[0] == '+' && cell[1] != '-') cell.remove_prefix(1);
  Parsed<Number> result;
  const char* end = cell.data() + cell.size();
  const auto [after, error] = std::from_chars(cell.data(), end, result.number);
  if (cell.empty() || after != end) return result;
  result.is_one = error == std::errc();
  result.beyond = error == std::errc::result_out_of_range;
  return result;
}

bool fits_float64(std::int64_t integer) {
  constexpr int digits = std::numeric_limits<double>::digits;
  const auto size =
      integer < 0 ? 0 - static_cast<std::uint64_t>(integer) : static_cast<std::uint64_t>(integer);
  return size >> digits == 0 || size >> std::countr_zero(size) >> digits == 0;
}

std::string with_point(std::string_view cell) {
  std::string text(cell);
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

/// `0,5`; not `0,`, which is a cell and a separator.
Parsed<double> with_decimal_comma(std::string_view cell) {
  const std::size_t comma = cell.find(',');
  if (comma == std::string_view::npos || comma + 1 == cell.size()) return {};
  return parsed<double>(with_point(cell));
}

/// `1,234.5`, `1.234.567`: a separator before each three digits.
bool has_thousands(std::string_view cell, char separator) {
  if (cell.find(separator) == std::string_view::npos) return false;
  std::string digits;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != separator) {
      digits += cell[i] == ',' ? '.' : cell[i];
      continue;
    }
    const std::size_t after = cell.find_first_not_of("0123456789", i + 1);
    if (std::min(after, cell.size()) != i + 4) return false;
  }
  return parsed<double>(digits).is_one;
}

/// Of a number with a decimal comma.
bool may_be_thousands(std::string_view cell) {
  cell.remove_prefix(std::min(cell.find_first_not_of("+-"), cell.size()));
  return cell.find(',') <= 3 && cell[0] != '0' && has_thousands(cell, ',');
}

}  // namespace

CellKind kind_of(std::string_view cell, const Missing& missing) {
  if (missing.contains(cell)) return CellKind::missing;
  const auto integer = parsed<std::int64_t>(cell);
  if (integer.is_one)
    return fits_float64(integer.number) ? CellKind::integer : CellKind::large_integer;
  if (integer.beyond) return CellKind::spoilt_number;
  if (parsed<double>(cell).is_one)
    return cell.find('.') == std::string_view::npos ? CellKind::number : CellKind::point;
  if (boolean_of(cell)) return CellKind::boolean;
  if (with_decimal_comma(cell).is_one)
    return may_be_thousands(cell) ? CellKind::comma_or_group : CellKind::comma;
  const bool spoilt = parsed<double>(cell).beyond || with_decimal_comma(cell).beyond ||
                      has_thousands(cell, ',') || has_thousands(cell, '.');
  return spoilt ? CellKind::spoilt_number : CellKind::text;
}

std::optional<bool> boolean_of(std::string_view cell) {
  if (cell == "true" || cell == "True" || cell == "TRUE" || cell == "T") return true;
  if (cell == "false" || cell == "False" || cell == "FALSE" || cell == "F") return false;
  return std::nullopt;
}

std::optional<std::int64_t> integer_of(std::string_view cell) {
  const auto integer = parsed<std::int64_t>(cell);
  return integer.is_one ? std::optional(integer.number) : std::nullopt;
}

std::optional<double> number_of(std::string_view cell) {
  if (const auto number = parsed<double>(cell); number.is_one) return number.number;
  if (const auto number = with_decimal_comma(cell); number.is_one) return number.number;
  if (const auto word = boolean_of(cell)) return *word ? 1 : 0;
  return std::nullopt;
}

std::string why_no_number(std::string_view cell, const std::string& place) {
  const std::string where = shown(cell) + place;
  if (parsed<std::int64_t>(cell).beyond) return "holds " + where + ", an integer of 2^63 or more";
  if (parsed<double>(cell).beyond || with_decimal_comma(cell).beyond)
    return "holds " + where + ", which no float64 can be";
  return "holds " + where + ": thousands must not be separated, write 1234.5";
}

std::string shown(std::string_view cell) {
  constexpr std::size_t most = 40;
  std::string text(cell.substr(0, most));
  make_plain(text);
  return "'" + text + (cell.size() > most ? "..." : "") + "'";
}

}  // namespace facet::csv
