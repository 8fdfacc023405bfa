#pragma once

#include "facet/observer.h"

namespace facet {

/// While it lives, Ctrl-C (SIGINT), SIGTERM and SIGHUP (the terminal is closed) ask for an end
/// instead of ending the program; a second Ctrl-C or SIGTERM ends it at once. What is ignored
/// already (nohup) stays ignored. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  static bool asked_for();
};

/// Ends a training after the step in which an end was asked for.
class EndWhenAsked : public Observer {
 public:
  Training on_step(const Report&) override {
    return Interrupt::asked_for() ? Training::ends : Training::goes_on;
  }
};

}  // namespace facet
