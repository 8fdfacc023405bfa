#pragma once

#include <optional>

#include "framework/processes/end_signals.h"

namespace facet {

/// While it lives, Ctrl-C (SIGINT), SIGTERM, SIGHUP and SIGUSR1 ask for an end of the training
/// instead of ending the program (see EndSignals); a second Ctrl-C or SIGTERM ends it at once. One
/// at a time.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  static bool asked_for();

 private:
  std::optional<EndSignals> signals_;
};

}  // namespace facet
