#include "interrupt.h"

#include <csignal>

namespace facet {

namespace {

volatile std::sig_atomic_t asked = 0;

void ask(int signal) {
  asked = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
  asked = 0;
  std::signal(SIGINT, ask);
  std::signal(SIGTERM, ask);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::asked_for() {
  return asked != 0;
}

}  // namespace facet
