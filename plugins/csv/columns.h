#pragma once

#include <ATen/core/Tensor.h>

#include <map>

#include "table.h"
#include "text_column.h"

namespace facet::csv {

/// Reads columns of a table when they are asked for. Each reading goes through the whole file, so
/// it takes the columns behind with it: 8 MB at first, then four times as much, up to 128 MB.
class Columns {
 public:
  Columns(Table table, Missing missing);

  const Table& table() const { return table_; }

  /// As many values as the table has rows, in the column's type. Throws Error that names the file
  /// and the column.
  at::Tensor read(std::size_t column) { return read_values(column).values; }
  ColumnValues read_values(std::size_t column);

 private:
  void read_from(std::size_t column);

  const Table table_;
  const Missing missing_;
  std::map<std::size_t, ColumnValues> read_;  // by the last reading
  std::vector<bool> given_;
  double ahead_;  // bytes
};

}  // namespace facet::csv
