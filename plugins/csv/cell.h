#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "missing.h"

namespace facet::csv {

/// What a cell can be taken for.
enum class CellKind {
  missing,
  boolean,         ///< true, false, T, F
  integer,         ///< one that a float64 holds, too
  large_integer,   ///< one that only an int64 holds
  number,          ///< without a decimal sign: 1e5, inf
  point,           ///< with a decimal point
  comma,           ///< with a decimal comma: 0,5
  comma_or_group,  ///< with a decimal comma, or thousands that are separated: 1,234
  spoilt_number,   ///< as above, with thousands that are separated; 1e999: no type holds it
  text             ///< anything else
};
constexpr std::size_t num_cell_kinds = 10;

CellKind kind_of(std::string_view cell, const Missing& missing);

/// What a cell says; nothing, where it says no such thing.
std::optional<bool> boolean_of(std::string_view cell);
std::optional<std::int64_t> integer_of(std::string_view cell);
/// Of numbers with a decimal point or comma, and of booleans.
std::optional<double> number_of(std::string_view cell);

/// Why one that is spoilt is no number, `holds '1,234.5' in row 3, column 2: ...`, and what would
/// be one.
std::string why_no_number(std::string_view cell, const std::string& place);

/// A cell in quotes, as a message can show it.
std::string shown(std::string_view cell);

}  // namespace facet::csv
