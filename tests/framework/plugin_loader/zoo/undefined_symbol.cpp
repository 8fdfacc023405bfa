// Calls a function that no library has.
#include "scheduler.h"

extern "C" void function_of_a_library_that_is_gone();

FACET_PLUGIN(registrar) {
  function_of_a_library_that_is_gone();
  registrar.add<ZooScheduler>("good", "a weight");
}
