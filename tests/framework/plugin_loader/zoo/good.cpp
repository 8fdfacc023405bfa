// As a plugin ought to be: the zoo's host must go on using it, whatever lies beside it.
#include "scheduler.h"

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
}
