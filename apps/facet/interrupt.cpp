#include "interrupt.h"

#include <csignal>

namespace facet {

namespace {

volatile std::sig_atomic_t asked = 0;

constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};

void ask(int signal) {
  asked = 1;
  // A terminal that goes away may send more than one.
  if (signal != SIGHUP) std::signal(signal, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
  asked = 0;
  for (const int signal : signals)
    if (std::signal(signal, ask) == SIG_IGN) std::signal(signal, SIG_IGN);  // as nohup wants it
}

Interrupt::~Interrupt() {
  for (const int signal : signals)
    if (std::signal(signal, SIG_DFL) == SIG_IGN) std::signal(signal, SIG_IGN);
}

bool Interrupt::asked_for() {
  return asked != 0;
}

}  // namespace facet
