#include "standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace facet {

void hold_standard_streams() {
  // A descriptor that is open for reading alone: what is written to it fails.
  while (true) {
    const int opened = ::open("/dev/null", O_RDONLY);
    if (opened > STDERR_FILENO) ::close(opened);
    if (opened < 0 || opened > STDERR_FILENO) break;
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit of file sizes: writing fails, and says so
}

}  // namespace facet
