#pragma once

#include "facet/observer.h"

namespace facet {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM ask for an end instead of ending the program; a
/// second one ends it at once. One at a time.
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
