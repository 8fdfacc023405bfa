#pragma once

#include <sys/types.h>

#include <chrono>
#include <set>

namespace facet {

/// While it lives, processes whose parent ends become children of this process.
class Subreaper {
 public:
  Subreaper();
  ~Subreaper();
  Subreaper(const Subreaper&) = delete;
  Subreaper& operator=(const Subreaper&) = delete;

 private:
  int before_ = 0;
};

/// The children of this process, those too that have ended and were not waited for.
std::set<pid_t> child_processes();

/// Waits until no child is running, or the time is up; returns how many still are.
std::size_t children_left_after(std::chrono::milliseconds time);

/// Kills the children of this process, waits for them, and what these leave behind, but for `kept`.
void end_children(const std::set<pid_t>& kept);

}  // namespace facet
