#include "waiting_threads.h"

#include <cstdlib>

namespace facet {

void let_waiting_threads_sleep() {
  for (const char* own_choice : {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "KMP_BLOCKTIME"})
    if (std::getenv(own_choice)) return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  ::setenv("GOMP_SPINCOUNT", "3000", 1);  // some 50 microseconds; to be woken takes 100
}

}  // namespace facet
