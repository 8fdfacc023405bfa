#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "framework/sampling/loader.h"

namespace facet {

/// Draws the batches of a loader ahead of time, in threads of its own, and hands them out in the
/// order of the steps. Without such threads it draws each when it is asked for. What comes out does
/// not depend on the number of threads.
class Prefetcher {
 public:
  /// Batches of steps [first, last); the loader must outlive this object.
  Prefetcher(const Loader& loader, std::int64_t first, std::int64_t last, std::int64_t num_threads);
  ~Prefetcher();
  Prefetcher(const Prefetcher&) = delete;
  Prefetcher& operator=(const Prefetcher&) = delete;

  /// The next batch; waits for it. Rethrows what went wrong while it was drawn.
  SampleBatch next();

 private:
  SampleBatch batch(std::int64_t step) const;
  void draw_ahead();

  const Loader& loader_;
  const std::int64_t last_;
  const std::int64_t depth_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t to_draw_;
  std::int64_t to_hand_out_;
  bool stopped_ = false;
  std::map<std::int64_t, SampleBatch> ready_;
  std::map<std::int64_t, std::exception_ptr> failed_;
  std::vector<std::thread> threads_;
};

}  // namespace facet
