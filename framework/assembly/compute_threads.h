#pragma once

#include <cstdint>

namespace facet {

/// That this process may use, by its affinity and its control groups.
int num_usable_cores();

/// While it lives, libtorch computes with so many threads; afterwards with as many as before.
class ComputeThreads {
 public:
  /// 0: what OMP_NUM_THREADS says, otherwise one for each core that is usable. Never more than four
  /// on a core.
  explicit ComputeThreads(std::int64_t threads);
  ~ComputeThreads();
  ComputeThreads(const ComputeThreads&) = delete;
  ComputeThreads& operator=(const ComputeThreads&) = delete;

  /// Whether those without work take the time of a core, which is then missing where the work is,
  /// or to another process: as OpenMP does unless the environment says otherwise.
  bool spin_while_they_wait() const;

 private:
  int before_;
};

}  // namespace facet
