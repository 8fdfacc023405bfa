#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace facet {

/// Runs `action` in a child process and returns what went wrong: what it threw, how it ended the
/// process, or that it did not end in time. Empty: nothing. What it prints to stdout, and its
/// warnings, are lost.
///
/// The child is a fork, which has the calling thread alone: throws Error where this process has
/// more, whose locks would stay locked. A process that has computed with libtorch has more.
std::string failure_in_child(const std::function<void()>& action, std::chrono::seconds time_limit);

}  // namespace facet
