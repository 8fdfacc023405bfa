#include "framework/conformance/in_child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <iterator>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/calls/call.h"

namespace facet {

namespace {

constexpr char came_back = '.';  // the child's last word: what comes before it is what went wrong

void require_one_thread() {
  const auto threads = std::filesystem::directory_iterator("/proc/self/task");
  if (std::distance(begin(threads), end(threads)) != 1)
    throw Error(
        "components are tried in forks of a process that has one thread, and this one has "
        "several: try them before it computes anything");
}

void say(int pipe, const std::string& text) {
  for (std::size_t said = 0; said < text.size();) {
    const ssize_t written = ::write(pipe, text.data() + said, text.size() - said);
    if (written <= 0) return;
    said += static_cast<std::size_t>(written);
  }
}

[[noreturn]] void be_the_child(const std::function<void()>& action, int pipe) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::close(nowhere);
  std::string failure;
  const WarningSink nobody([](const std::string&) {});
  try {
    action();
  } catch (const Error& error) {
    failure = error.what();
  } catch (...) {
    failure = what_was_thrown();
  }
  say(pipe, failure + came_back);
  ::_exit(0);
}

/// What the child says until it ends; nothing more comes when the time is up.
std::string hear(int pipe, std::chrono::seconds time_limit, bool& in_time) {
  const auto end = std::chrono::steady_clock::now() + time_limit;
  std::string heard;
  std::array<char, 4096> piece;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    pollfd readable{pipe, POLLIN, 0};
    const int ready = left.count() > 0 ? ::poll(&readable, 1, static_cast<int>(left.count())) : 0;
    if (ready < 0 && errno == EINTR) continue;
    in_time = ready > 0;
    if (!in_time) return heard;
    const ssize_t size = ::read(pipe, piece.data(), piece.size());
    if (size <= 0) return heard;
    heard.append(piece.data(), static_cast<std::size_t>(size));
    if (heard.back() == came_back && size < static_cast<ssize_t>(piece.size())) return heard;
  }
}

std::string ending(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (WIFSIGNALED(status))
    return std::string("it ended the process by a signal: ") + ::strsignal(WTERMSIG(status));
  return "it ended the process, with exit code " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

std::string failure_in_child(const std::function<void()>& action, std::chrono::seconds time_limit) {
  require_one_thread();
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) throw Error("no pipe can be made");
  const pid_t child = ::fork();
  if (child < 0) throw Error(std::string("no process can be started: ") + std::strerror(errno));
  if (child == 0) {
    ::close(pipe[0]);
    be_the_child(action, pipe[1]);
  }
  ::close(pipe[1]);
  bool in_time = true;
  std::string heard = hear(pipe[0], time_limit, in_time);
  ::close(pipe[0]);
  if (!in_time) ::kill(child, SIGKILL);
  const std::string how = ending(child);
  if (!in_time)
    return "it did not come back within " + std::to_string(time_limit.count()) + " seconds";
  if (heard.empty() || heard.back() != came_back) return how;
  heard.pop_back();
  return heard;
}

}  // namespace facet
