#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "framework/conformance/child_pipe.h"
#include "framework/conformance/few_lines.h"

namespace facet {

/// A child process as its parent sees it: what it says, and how it ends.
class WatchedChild {
 public:
  /// Reads both pipes, which must outlive it: what the child says, and what it prints to stderr.
  WatchedChild(pid_t child, const ChildPipe& words, const ChildPipe& errors);
  ~WatchedChild();
  WatchedChild(const WatchedChild&) = delete;
  WatchedChild& operator=(const WatchedChild&) = delete;

  /// Until the child ends; false where it is killed since the time is up.
  bool wait(std::chrono::seconds time_limit);
  /// How it ended, by what waitpid says.
  int status() const;
  /// All that it said, once it has ended.
  std::string heard();
  std::string errors() const { return lines_.text(); }

 private:
  bool hear();
  bool hear_errors();

  pid_t child_;
  const ChildPipe& words_;
  const ChildPipe& errors_;
  int end_;
  std::string heard_;
  FewLines lines_;
};

}  // namespace facet
