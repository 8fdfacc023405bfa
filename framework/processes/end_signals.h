#pragma once

#include "facet/export.h"

namespace facet {

/// While it lives, the signals that ask a program to end call a handler: SIGINT (Ctrl-C), SIGTERM
/// and SIGHUP (the terminal is closed). What is ignored already (nohup) stays ignored. One at a
/// time.
class FACET_API EndSignals {
 public:
  explicit EndSignals(void (*handler)(int signal));
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
};

}  // namespace facet
