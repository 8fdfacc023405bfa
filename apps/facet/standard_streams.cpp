#include "standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>

#include "exit_codes.h"

namespace facet {

namespace {

/// Why nothing can be written to stdout; empty: it can. What stdio keeps after a failure is gone,
/// so the descriptor itself is asked.
std::string reason() {
  const char newline = '\n';
  return ::write(STDOUT_FILENO, &newline, 1) < 0 ? std::strerror(errno) : "";
}

}  // namespace

void hold_standard_streams() {
  // A descriptor that is open for reading alone: what is written to it fails.
  while (true) {
    const int opened = ::open("/dev/null", O_RDONLY);
    if (opened > STDERR_FILENO) ::close(opened);
    if (opened < 0 || opened > STDERR_FILENO) break;
  }
  std::signal(SIGPIPE, SIG_IGN);
}

int exit_code_of_output(int exit_code) {
  std::cout.flush();
  errno = 0;
  const bool failed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || !std::cout;
  if (!failed) return exit_code;
  const std::string why = errno != 0 ? std::strerror(errno) : reason();
  std::cerr << "facet: standard output cannot be written" << (why.empty() ? "" : ": ") << why
            << '\n';
  return exit_failed;
}

}  // namespace facet
