#include "interrupt.h"

#include <csignal>

#include "framework/calls/unexpected_end.h"

namespace facet {

namespace {

volatile std::sig_atomic_t asked = 0;

/// Somebody does not want to wait: perhaps a component does not return.
void end(int signal) {
  tell_unexpected_end(signal == SIGINT ? "a second Ctrl-C" : "a second SIGTERM");
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void ask(int signal) {
  asked = 1;
  if (signal == SIGINT)
    say_at_once(
        "\nfacet: ends after this step, and saves what was learned; a second Ctrl-C ends it at "
        "once\n");
  // A terminal that goes away may send more than one, so may a batch system.
  if (signal != SIGHUP && signal != SIGUSR1) std::signal(signal, end);
}

}  // namespace

Interrupt::Interrupt() {
  asked = 0;
  signals_.emplace(ask);
}

bool Interrupt::asked_for() {
  return asked != 0;
}

}  // namespace facet
