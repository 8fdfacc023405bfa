#pragma once

#include "log_file.h"
#include "step_lines.h"

namespace facet::logs {

/// `log.jsonl`: an object of JSON in each line, `{"step":10,"total":5.2}`. What is not finite,
/// which JSON cannot say, is null.
class JsonlFile : public LogFile {
 public:
  explicit JsonlFile(const std::string& folder);
  void forget_after(std::int64_t step) override;
  void write(const Row& row) override;

 private:
  StepLines file_;
};

}  // namespace facet::logs
