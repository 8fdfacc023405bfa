#include <unistd.h>

#include "scheduler.h"

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
  for (;;) ::pause();
}
