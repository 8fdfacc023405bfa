#pragma once

#include "log_file.h"
#include "step_lines.h"

namespace facet::logs {

/// `log.csv`: `step,total,...`, a column for each quantity in the order in which they first came.
/// Empty where a step has it not, or where it is NaN. A quantity that comes later is a new column
/// of the whole table, which is written anew for it.
class CsvFile : public LogFile {
 public:
  explicit CsvFile(const std::string& folder) : file_(folder + "/log.csv", "") {}
  void forget_after(std::int64_t step) override;
  void write(const Row& row) override;

 private:
  void add_columns(const Row& row);

  StepLines file_;
  std::vector<std::string> columns_;  ///< beside the step
};

}  // namespace facet::logs
