#include "framework/sampling/prefetcher.h"

#include <ATen/Parallel.h>
#include <ATen/record_function.h>
#include <omp.h>

#include "framework/calls/being_called.h"
#include "framework/sampling/step_marks.h"

namespace facet {

namespace {

constexpr std::int64_t batches_ahead_of_each_thread = 4;

/// The threads for libtorch's operators are those of the step that runs beside this one. With
/// others beside them there would be more threads than cores, and each would wait for a core.
void compute_in_this_thread_alone() {
  at::get_num_threads();  // sets this thread's number at its first call
  omp_set_num_threads(1);
}

}  // namespace

Prefetcher::Prefetcher(const Loader& loader, std::int64_t first, std::int64_t last,
                       std::int64_t num_threads)
    : loader_(loader),
      last_(last),
      depth_(num_threads * batches_ahead_of_each_thread),
      to_draw_(first),
      to_hand_out_(first) {
  for (std::int64_t i = 0; i < num_threads; ++i) threads_.emplace_back([this] { draw_ahead(); });
}

Prefetcher::~Prefetcher() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

SampleBatch Prefetcher::batch(std::int64_t step) const {
  const AtStep at(step / loader_.batches_per_step() + 1);
  return loader_.batch(step);
}

SampleBatch Prefetcher::next() {
  if (threads_.empty()) return batch(to_hand_out_++);
  std::unique_lock lock(mutex_);
  const std::int64_t step = to_hand_out_;
  changed_.wait(lock, [&] { return ready_.contains(step) || failed_.contains(step); });
  if (failed_.contains(step)) std::rethrow_exception(failed_.at(step));
  SampleBatch batch = std::move(ready_.extract(step).mapped());
  ++to_hand_out_;
  lock.unlock();
  changed_.notify_all();
  return batch;
}

void Prefetcher::draw_ahead() {
  compute_in_this_thread_alone();
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(
        lock, [&] { return stopped_ || to_draw_ >= last_ || to_draw_ < to_hand_out_ + depth_; });
    if (stopped_ || to_draw_ >= last_) return;
    const std::int64_t step = to_draw_++;
    lock.unlock();
    SampleBatch drawn;
    std::exception_ptr error;
    try {
      RECORD_USER_SCOPE(drawing_mark);
      drawn = batch(step);
    } catch (...) {
      error = std::current_exception();
    }
    lock.lock();
    if (error)
      failed_.emplace(step, error);
    else
      ready_.emplace(step, std::move(drawn));
    changed_.notify_all();
  }
}

}  // namespace facet
