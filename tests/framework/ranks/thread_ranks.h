#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/grad_mode.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "framework/ranks/ranks.h"

namespace facet::testing_ranks {

/// What several threads of one process add up, each a rank.
class ThreadGroup {
 public:
  explicit ThreadGroup(std::int64_t size) : size_(size) {}

  std::int64_t size() const { return size_; }

  /// The sum of what all threads hand in; each waits for all.
  at::Tensor sum(const at::Tensor& values) {
    std::unique_lock lock(mutex_);
    const std::int64_t round = round_;
    total_ = arrived_ == 0 ? values.clone() : total_ + values;
    if (++arrived_ == size_) {
      sums_ = total_;
      arrived_ = 0;
      ++round_;
      changed_.notify_all();
    } else {
      changed_.wait(lock, [&] { return round_ != round; });
    }
    return sums_.clone();
  }

 private:
  const std::int64_t size_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t arrived_ = 0, round_ = 0;
  at::Tensor total_, sums_;
};

class ThreadRank : public Ranks {
 public:
  ThreadRank(std::shared_ptr<ThreadGroup> group, std::int64_t rank)
      : group_(std::move(group)), rank_(rank) {}
  std::int64_t rank() const override { return rank_; }
  std::int64_t size() const override { return group_->size(); }
  void sum(at::Tensor& values) override {
    const at::NoGradGuard no_grad;
    values.copy_(group_->sum(values));
  }
  void agree(const std::vector<RankFact>&) override {}  // threads of one process

 private:
  std::shared_ptr<ThreadGroup> group_;
  std::int64_t rank_;
};

/// Calls `work(ranks)` in `size` threads, one for each rank, and waits for all.
inline void in_ranks(std::int64_t size,
                     const std::function<void(const std::shared_ptr<Ranks>&)>& work) {
  const auto group = std::make_shared<ThreadGroup>(size);
  std::vector<std::thread> threads;
  for (std::int64_t rank = 0; rank < size; ++rank)
    threads.emplace_back([&, rank] { work(std::make_shared<ThreadRank>(group, rank)); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace facet::testing_ranks
