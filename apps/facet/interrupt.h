#pragma once

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

}  // namespace facet
