#include <stdexcept>

#include "scheduler.h"

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
  throw std::runtime_error("no licence was found");
}
