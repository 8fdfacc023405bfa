#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "appended_file.h"

namespace facet::logs {

/// A text file with a line for each step, to whose end lines are added. Throws Error that names the
/// path.
class StepLines {
 public:
  /// A line begins with `before_step` and the step.
  StepLines(std::string path, std::string before_step)
      : path_(std::move(path)), before_step_(std::move(before_step)) {}

  const std::string& path() const { return path_; }
  /// None, where there is no file. A last one that was not written to its end is none.
  std::vector<std::string> read() const;
  /// Of these, the first `num_headers` and those whose step is not after `step`.
  std::vector<std::string> without_later(const std::vector<std::string>& lines,
                                         std::size_t num_headers, std::int64_t step) const;
  /// Begins an empty file.
  void clear();
  /// Atomic: the path has the old file or the whole new one.
  void replace(const std::vector<std::string>& lines);
  void append(const std::string& line);

 private:
  std::int64_t step_of(const std::string& line, std::size_t number) const;

  const std::string path_, before_step_;
  std::optional<AppendedFile> file_;
};

}  // namespace facet::logs
