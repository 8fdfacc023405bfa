#include "scheduler.h"

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
  registrar.add<ZooScheduler>("good", "a weight");
}
