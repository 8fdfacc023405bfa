// Registers another name than the components.json that the test puts beside it.
#include "scheduler.h"

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("newer", "a weight");
}
