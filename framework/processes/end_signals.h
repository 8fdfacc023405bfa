#pragma once

#include <array>

#include "facet/export.h"

namespace facet {

/// While it lives, the signals that ask a program to end call a handler: SIGINT (Ctrl-C), SIGHUP
/// (the terminal is closed), SIGTERM, and SIGUSR1, which a batch system sends before its time is
/// up. The first two stay ignored where they are (a shell's background job, nohup); the others are
/// for whoever waits for this program, also where it was started with them ignored or
/// held back. One at a time.
class FACET_API EndSignals {
 public:
  explicit EndSignals(void (*handler)(int signal));
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

 private:
  std::array<void (*)(int), 4> before_;
};

}  // namespace facet
