#pragma once

#include <c10/core/ScalarType.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "cell.h"

namespace facet::csv {

/// What the cells of one column are: of each kind the first one.
class ColumnKinds {
 public:
  explicit ColumnKinds(std::size_t column) : column_(column) {}

  void add(std::string_view cell, std::int64_t row, const Missing& missing);

  bool has(CellKind kind) const { return first(kind).row > 0; }
  bool is_without_values() const;  ///< every cell is empty
  /// Some cell is neither a number nor a boolean: all are classes.
  bool is_text() const { return has(CellKind::text); }
  /// `'lost' in row 9, column 2`
  std::string first_text() const;
  bool has_numbers() const;
  /// bool where all cells are true or false, int64 where all are integers, else float64.
  at::ScalarType type() const;
  /// Why it holds neither text nor numbers that can be kept; empty: it does. `decimal_comma`:
  /// numbers of this file have one.
  std::string why_unreadable(bool decimal_comma) const;

 private:
  struct Cell {
    std::int64_t row = 0;  // from 1; 0: there is none
    std::string text;
  };

  const Cell& first(CellKind kind) const { return first_[static_cast<std::size_t>(kind)]; }
  std::string place(const Cell& cell) const;
  std::string why_no_float64() const;

  std::size_t column_;
  std::array<Cell, num_cell_kinds> first_;
};

}  // namespace facet::csv
