#pragma once

#include <optional>

#include "facet/observer.h"
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

/// Ends a training after the step in which an end was asked for.
class EndWhenAsked : public Observer {
 public:
  Training on_step(const Report&) override {
    return Interrupt::asked_for() ? Training::ends : Training::goes_on;
  }
};

}  // namespace facet
