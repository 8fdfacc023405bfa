#include "framework/assembly/compute_threads.h"

#include <ATen/Parallel.h>
#include <omp.h>

#include <algorithm>
#include <cstdlib>

#include "framework/assembly/cpu_quota.h"

namespace facet {

namespace {

/// More than one wait for one another; hundreds do nothing else.
constexpr int most_on_a_core = 4;

/// (libtorch's own default is a single thread in some builds.)
int default_num_threads() {
  const char* asked = std::getenv("OMP_NUM_THREADS");
  const int threads = asked ? std::atoi(asked) : 0;
  return threads > 0 ? threads : num_usable_cores();
}

}  // namespace

int num_usable_cores() {
  const int cores = omp_get_num_procs();  // that this process may run on
  // A thread more than that, and all of them wait for the one whose time is used up.
  return std::clamp(static_cast<int>(cpu_quota().value_or(cores)), 1, cores);
}

ComputeThreads::ComputeThreads(std::int64_t threads) : before_(at::get_num_threads()) {
  const int asked = threads > 0 ? static_cast<int>(threads) : default_num_threads();
  at::set_num_threads(std::min(asked, most_on_a_core * omp_get_num_procs()));
}

ComputeThreads::~ComputeThreads() {
  at::set_num_threads(before_);
}

bool ComputeThreads::spin_while_they_wait() const {
  if (at::get_num_threads() == 1) return false;
  for (const char* choice : {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "KMP_BLOCKTIME"})
    if (std::getenv(choice)) return false;
  return true;
}

}  // namespace facet
