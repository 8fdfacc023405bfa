#include "framework/calls/being_called.h"

#include <unistd.h>

#include <atomic>
#include <utility>

#include "framework/calls/signal_guards.h"
#include "framework/calls/unexpected_end.h"

namespace facet {

namespace {

// Of this model because a signal handler reads them: nothing is allocated at the first use.
#define FACET_SIGNAL_SAFE [[gnu::tls_model("initial-exec")]] thread_local

FACET_SIGNAL_SAFE const BeingCalled* newest = nullptr;
FACET_SIGNAL_SAFE std::int64_t step_now = 0;
FACET_SIGNAL_SAFE bool is_main_thread = false;
std::atomic<const BeingCalled*> newest_of_main_thread = nullptr;
std::atomic<bool> is_forked = false;

[[noreturn]] void end_forked_process() {
  say_at_once(
      "facet: a component forked, and the child came back into the engine: it is ended; let it end "
      "itself, by _exit or exec\n");
  ::_exit(1);
}

void set_newest(const BeingCalled* call) {
  newest = call;
  if (is_main_thread) newest_of_main_thread.store(call, std::memory_order_relaxed);
}

const BeingCalled* if_a_component(const BeingCalled* call) {
  return call && call->where() ? call : nullptr;
}

}  // namespace

BeingCalled::BeingCalled(const ComponentOrigin& whom, const char* where)
    : whom_(&whom), where_(where), step_(step_now), before_(newest) {
  prepare_thread_for_signals();
  set_newest(this);
}

BeingCalled::BeingCalled() : whom_(nullptr), where_(nullptr), step_(0), before_(newest) {
  set_newest(this);
}

BeingCalled::~BeingCalled() {
  if (is_forked.load(std::memory_order_relaxed)) end_forked_process();
  set_newest(before_);
}

const BeingCalled* BeingCalled::now() {
  if (newest || is_main_thread) return if_a_component(newest);
  return if_a_component(newest_of_main_thread.load(std::memory_order_relaxed));
}

void BeingCalled::this_is_the_main_thread() {
  is_main_thread = true;
}

void BeingCalled::ends_this_process() {
  is_forked = true;
}

AtStep::AtStep(std::int64_t step) : before_(std::exchange(step_now, step)) {}

AtStep::~AtStep() {
  step_now = before_;
}

std::int64_t AtStep::now() {
  return step_now;
}

}  // namespace facet
