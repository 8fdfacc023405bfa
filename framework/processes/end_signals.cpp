#include "framework/processes/end_signals.h"

#include <csignal>

namespace facet {

namespace {

/// Where this program was started with it held back, one may have come that waits.
void let_through(int signal) {
  sigset_t own;
  ::sigemptyset(&own);
  ::sigaddset(&own, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &own, nullptr);
}

constexpr std::array signals = {SIGINT, SIGHUP, SIGTERM, SIGUSR1};

bool stays_ignored(int signal) {
  return signal == SIGINT || signal == SIGHUP;
}

}  // namespace

EndSignals::EndSignals(void (*handler)(int)) {
  for (std::size_t i = 0; i < signals.size(); ++i) {
    before_[i] = std::signal(signals[i], handler);
    if (before_[i] == SIG_IGN && stays_ignored(signals[i])) std::signal(signals[i], SIG_IGN);
    let_through(signals[i]);
  }
}

EndSignals::~EndSignals() {
  for (std::size_t i = 0; i < signals.size(); ++i) std::signal(signals[i], before_[i]);
}

}  // namespace facet
