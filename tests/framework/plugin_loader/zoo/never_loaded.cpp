// Does not come back before its entry point can be called.
#include <unistd.h>

#include "scheduler.h"

namespace {

struct Waiter {
  Waiter() {
    for (;;) ::pause();
  }
} waiter;

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
}
