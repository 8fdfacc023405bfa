#include "framework/conformance/watched_child.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "facet/error.h"

namespace facet {

WatchedChild::WatchedChild(pid_t child, const ChildPipe& words, const ChildPipe& errors)
    : child_(child),
      words_(words),
      errors_(errors),
      end_(static_cast<int>(::syscall(SYS_pidfd_open, child, 0))) {
  if (end_ < 0) throw Error(std::string("no process can be watched: ") + std::strerror(errno));
}

WatchedChild::~WatchedChild() {
  ::close(end_);
}

bool WatchedChild::wait(std::chrono::seconds time_limit) {
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

int WatchedChild::status() const {
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

std::string WatchedChild::heard() {
  while (hear() || hear_errors()) continue;
  return heard_;
}

bool WatchedChild::hear() {
  const std::string piece = words_.read();
  heard_ += piece;
  return !piece.empty();
}

bool WatchedChild::hear_errors() {
  const std::string piece = errors_.read();
  lines_.add(piece);
  return !piece.empty();
}

}  // namespace facet
