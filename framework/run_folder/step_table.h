#pragma once

#include <string>
#include <utility>
#include <vector>

namespace facet {

/// `history.csv` or `validation.csv` of a run, read again.
struct StepTable {
  std::vector<double> steps;
  /// In the order of the file; what a step did not report is not a number.
  std::vector<std::pair<std::string, std::vector<double>>> columns;

  /// Nothing where there is no such column.
  const std::vector<double>* find(const std::string& name) const;
};

/// Throws Error that names the file and the line where it is no such table.
StepTable read_step_table(const std::string& path);

}  // namespace facet
