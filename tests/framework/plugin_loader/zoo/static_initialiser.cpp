// Throws before its entry point can be called.
#include <stdexcept>

#include "scheduler.h"

namespace {

struct Thrower {
  Thrower() { throw std::runtime_error("no table of weights"); }
} thrower;

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
}
