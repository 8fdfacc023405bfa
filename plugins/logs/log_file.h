#pragma once

#include "row.h"

namespace facet::logs {

/// Where rows go, in the order of their steps. What goes wrong is an Error that names the file.
class LogFile {
 public:
  LogFile() = default;
  virtual ~LogFile() = default;
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;

  /// Whatever was logged of steps after `step` is no more. Before the first row it is called once;
  /// with 0 a log begins.
  virtual void forget_after(std::int64_t step) = 0;
  /// When it returns, the row is in the file.
  virtual void write(const Row& row) = 0;
};

}  // namespace facet::logs
