#include "framework/conformance/in_child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/calls/call.h"
#include "framework/conformance/child_pipe.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/watched_child.h"
#include "framework/processes/child_processes.h"

namespace facet {

namespace {

constexpr char came_back = '.';      // the child's last word: before it is what went wrong
constexpr char came_twice = '\x01';  // said by a process that the action forked

void require_one_thread() {
  const auto threads = std::filesystem::directory_iterator("/proc/self/task");
  if (std::distance(begin(threads), end(threads)) != 1)
    throw Error(
        "components are tried in forks of a process that has one thread, and this one has "
        "several: try them before it computes anything");
}

void be_silent(const ChildPipe& errors) {
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::close(nowhere);
  ::dup2(errors.to, STDERR_FILENO);
}

[[noreturn]] void be_the_child(const std::function<void()>& action, const ChildPipe& words,
                               const ChildPipe& errors, Leaving leaving) {
  constexpr std::chrono::milliseconds for_its_children(100);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const pid_t self = ::getpid();
  be_silent(errors);
  std::string failure;
  const WarningSink nobody([](const std::string&) {});
  try {
    action();
  } catch (const Error& error) {
    failure = error.what();
  } catch (...) {
    failure = what_was_thrown();
  }
  if (::getpid() != self) {
    say(words.to, {came_twice});
    ::_exit(0);
  }
  children_left_after(for_its_children);
  say(words.to, failure + came_back);
  if (leaving == Leaving::at_once) ::_exit(0);
  now_doing("what it left to be done at the end of the program");
  std::exit(0);
}

std::string ending_of(int status) {
  if (WIFSIGNALED(status)) return std::string(" by a signal: ") + ::strsignal(WTERMSIG(status));
  return ", with exit code " + std::to_string(WEXITSTATUS(status));
}

std::string while_doing() {
  return doing() ? std::string(": it was in ") + doing() : "";
}

ChildOutcome outcome_of(std::string heard, int status, bool in_time,
                        std::chrono::seconds time_limit) {
  const bool forked = std::erase(heard, came_twice) > 0;
  if (!in_time)
    return {"it did not come back within " + std::to_string(time_limit.count()) + " seconds" +
                while_doing(),
            false};
  if (heard.empty() || heard.back() != came_back || status != 0)
    return {"it ended the process" + ending_of(status) + while_doing()};
  heard.pop_back();
  if (forked && heard.empty())
    return {
        "it forked, and the child came back from its call: let it end itself, by _exit or exec"};
  return {heard};
}

}  // namespace

ChildOutcome run_in_child(const std::function<void()>& action, std::chrono::seconds time_limit,
                          Leaving leaving) {
  require_one_thread();
  ChildPipe words, errors;
  const Subreaper subreaper;
  const std::set<pid_t> kept = child_processes();
  now_doing(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw Error(std::string("no process can be started: ") + std::strerror(errno));
  if (child == 0) be_the_child(action, words, errors, leaving);
  words.close_to();
  errors.close_to();
  WatchedChild watched(child, words, errors);
  const bool in_time = watched.wait(time_limit);
  const int status = watched.status();
  end_children(kept);
  const std::string heard = watched.heard();
  say(STDERR_FILENO, watched.errors());
  return outcome_of(heard, status, in_time, time_limit);
}

}  // namespace facet
