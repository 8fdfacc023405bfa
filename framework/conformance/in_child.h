#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace facet {

/// What came of an action in a child process.
struct ChildOutcome {
  std::string failure;  ///< what went wrong; empty: nothing
  bool in_time = true;
};

/// How the child ends when the action came back: at once, or as a program does, with all that was
/// left to be done then; what goes wrong there is a failure, too.
enum class Leaving { at_once, through_exit };

/// Runs `action` in a child process: what went wrong is what it threw, how it ended the process
/// (and what was said to be done then, see now_doing), or that it did not end in time. What it
/// prints to stdout, and its warnings, are lost; of what it prints to stderr the first lines are
/// passed on. Processes that it leaves behind are killed.
///
/// The child is a fork, which has the calling thread alone: throws Error where this process has
/// more, whose locks would stay locked. A process that has computed with libtorch has more.
ChildOutcome run_in_child(const std::function<void()>& action, std::chrono::seconds time_limit,
                          Leaving leaving = Leaving::at_once);

}  // namespace facet
