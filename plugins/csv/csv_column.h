#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace facet {

/// The number that a cell holds, for headers that have none.
std::optional<double> csv_number(const std::string& cell);

/// One column of a CSV file: int64 as long as every cell is an integer, float64 otherwise, an empty
/// cell NaN; `true` and `false` are 1 and 0. A cell of another text makes it unreadable.
class CsvColumn {
 public:
  explicit CsvColumn(std::string name) : name_(std::move(name)) {}

  void add(const std::string& cell, std::int64_t row);

  const std::string& name() const { return name_; }
  /// `holds text, first 'left' in row 3`; empty when it holds numbers.
  const std::string& why_unreadable() const { return why_unreadable_; }
  at::Tensor values() const;

 private:
  void become_numbers();

  std::string name_;
  std::vector<std::int64_t> integers_;
  std::vector<double> numbers_;
  bool whole_ = true;
  std::string why_unreadable_;
};

}  // namespace facet
