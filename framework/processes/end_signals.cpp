#include "framework/processes/end_signals.h"

#include <csignal>

namespace facet {

namespace {

void handle_by(void (*handler)(int)) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (std::signal(signal, handler) == SIG_IGN) std::signal(signal, SIG_IGN);  // as nohup wants it
}

}  // namespace

EndSignals::EndSignals(void (*handler)(int)) {
  handle_by(handler);
}

EndSignals::~EndSignals() {
  handle_by(SIG_DFL);
}

}  // namespace facet
