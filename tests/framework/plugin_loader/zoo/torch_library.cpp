// Registers an operator with libtorch from a static initialiser.
#include <torch/library.h>

#include "scheduler.h"

TORCH_LIBRARY(facet_zoo, library) {
  library.def("twice(int x) -> int", [](std::int64_t x) { return 2 * x; });
}

FACET_PLUGIN(registrar) {
  registrar.add<ZooScheduler>("good", "a weight");
}
