#include "framework/assembly/compute_threads.h"

#include <ATen/Parallel.h>
#include <omp.h>

#include <cstdlib>

namespace facet {

namespace {

/// (libtorch's own default is a single thread in some builds.)
int default_num_threads() {
  const char* asked = std::getenv("OMP_NUM_THREADS");
  const int threads = asked ? std::atoi(asked) : 0;
  return threads > 0 ? threads : omp_get_num_procs();
}

}  // namespace

ComputeThreads::ComputeThreads(std::int64_t threads) : before_(at::get_num_threads()) {
  at::set_num_threads(threads > 0 ? static_cast<int>(threads) : default_num_threads());
}

ComputeThreads::~ComputeThreads() {
  at::set_num_threads(before_);
}

}  // namespace facet
