#include "framework/processes/deferred_end.h"

#include <atomic>
#include <csignal>

#include "facet/error.h"

namespace facet {

namespace {

std::atomic<int> signal_that_came = 0;  // 0: none
static_assert(std::atomic<int>::is_always_lock_free);

void defer(int signal) {
  signal_that_came = signal;
}

}  // namespace

DeferredEnd::DeferredEnd() {
  signal_that_came = 0;
  signals_.emplace(defer);
}

DeferredEnd::~DeferredEnd() {
  signals_.reset();
  if (is_asked_for()) std::raise(signal_that_came);
}

bool DeferredEnd::is_asked_for() {
  return signal_that_came != 0;
}

void DeferredEnd::throw_if_asked_for() {
  if (is_asked_for()) throw Error("the program was asked to end");
}

}  // namespace facet
