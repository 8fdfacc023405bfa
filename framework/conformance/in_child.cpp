#include "framework/conformance/in_child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iterator>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/calls/call.h"
#include "framework/conformance/child_processes.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/few_lines.h"

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

struct Pipe {
  int from, to;

  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw Error("no pipe can be made");
    from = ends[0];
    to = ends[1];
    ::fcntl(from, F_SETFL, O_NONBLOCK);
  }
  ~Pipe() {
    ::close(from);
    if (to >= 0) ::close(to);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_to() {
    ::close(to);
    to = -1;
  }
  /// Some of what there is to be read; empty: nothing.
  std::string read() const {
    std::array<char, 4096> piece;
    const ssize_t size = ::read(from, piece.data(), piece.size());
    return {piece.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
  }
};

void say(int pipe, const std::string& text) {
  for (std::size_t said = 0; said < text.size();) {
    const ssize_t written = ::write(pipe, text.data() + said, text.size() - said);
    if (written <= 0) return;
    said += static_cast<std::size_t>(written);
  }
}

void be_silent(const Pipe& errors) {
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::close(nowhere);
  ::dup2(errors.to, STDERR_FILENO);
}

[[noreturn]] void be_the_child(const std::function<void()>& action, const Pipe& words,
                               const Pipe& errors, Leaving leaving) {
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

/// The child as its parent sees it.
class Watched {
 public:
  Watched(pid_t child, const Pipe& words, const Pipe& errors)
      : child_(child),
        words_(words),
        errors_(errors),
        end_(static_cast<int>(::syscall(SYS_pidfd_open, child, 0))) {
    if (end_ < 0) throw Error(std::string("no process can be watched: ") + std::strerror(errno));
  }
  ~Watched() { ::close(end_); }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

  /// Until the child ends; false where it is killed since the time is up.
  bool wait(std::chrono::seconds time_limit) {
    const auto end = std::chrono::steady_clock::now() + time_limit;
    std::array<pollfd, 3> ready = {
        {{end_, POLLIN, 0}, {words_.from, POLLIN, 0}, {errors_.from, POLLIN, 0}}};
    while (ready[0].revents == 0) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          end - std::chrono::steady_clock::now());
      if (left.count() <= 0) {
        ::kill(child_, SIGKILL);
        return false;
      }
      ::poll(ready.data(), ready.size(), static_cast<int>(left.count()));
      if (ready[1].revents != 0 && !hear()) ready[1].fd = -1;
      if (ready[2].revents != 0 && !hear_errors()) ready[2].fd = -1;
    }
    return true;
  }
  /// How it ended, by what waitpid says.
  int status() const {
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
    return status;
  }
  /// All that it said, once it has ended.
  std::string heard() {
    while (hear() || hear_errors()) continue;
    return heard_;
  }
  std::string errors() const { return lines_.text(); }

 private:
  bool hear() {
    const std::string piece = words_.read();
    heard_ += piece;
    return !piece.empty();
  }
  bool hear_errors() {
    const std::string piece = errors_.read();
    lines_.add(piece);
    return !piece.empty();
  }

  pid_t child_;
  const Pipe& words_;
  const Pipe& errors_;
  int end_;
  std::string heard_;
  FewLines lines_;
};

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
  Pipe words, errors;
  const Subreaper subreaper;
  const std::set<pid_t> kept = child_processes();
  now_doing(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw Error(std::string("no process can be started: ") + std::strerror(errno));
  if (child == 0) be_the_child(action, words, errors, leaving);
  words.close_to();
  errors.close_to();
  Watched watched(child, words, errors);
  const bool in_time = watched.wait(time_limit);
  const int status = watched.status();
  end_children(kept);
  const std::string heard = watched.heard();
  say(STDERR_FILENO, watched.errors());
  return outcome_of(heard, status, in_time, time_limit);
}

}  // namespace facet
