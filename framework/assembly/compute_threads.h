#pragma once

#include <cstdint>

namespace facet {

/// While it lives, libtorch computes with so many threads; afterwards with as many as before.
class ComputeThreads {
 public:
  /// 0: what OMP_NUM_THREADS says, otherwise one for each core that this process may use.
  explicit ComputeThreads(std::int64_t threads);
  ~ComputeThreads();
  ComputeThreads(const ComputeThreads&) = delete;
  ComputeThreads& operator=(const ComputeThreads&) = delete;

 private:
  int before_;
};

}  // namespace facet
