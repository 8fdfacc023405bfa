#include "framework/sampling/prefetcher.h"

#include <gmock/gmock.h>

#include <chrono>

#include "facet/error.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

/// Every batch holds its step; odd steps take longer than even ones.
class StepLoader : public Loader {
 public:
  std::int64_t num_steps() const override { return 60; }
  SampleBatch batch(std::int64_t step) const override {
    if (step == fails_at) throw Error("step " + std::to_string(step) + " failed");
    std::this_thread::sleep_for(std::chrono::milliseconds(step % 2));
    return {{}, {{at::full({1}, step, at::kLong)}}};
  }
  std::int64_t fails_at = -1;
};

class PrefetcherThreads : public testing::TestWithParam<std::int64_t> {};

TEST_P(PrefetcherThreads, HandOutBatchesInTheOrderOfTheSteps) {
  const StepLoader loader;
  Prefetcher batches(loader, 0, 60, GetParam());
  for (std::int64_t step = 0; step < 60; ++step)
    ASSERT_EQ(batches.next().objectives[0].reference.item<std::int64_t>(), step);
}

TEST_P(PrefetcherThreads, StopWhenNobodyWantsMore) {
  const StepLoader loader;
  Prefetcher batches(loader, 0, 60, GetParam());
  batches.next();
}

TEST_P(PrefetcherThreads, RethrowWhatWentWrongAtItsStep) {
  StepLoader loader;
  loader.fails_at = 3;
  Prefetcher batches(loader, 0, 60, GetParam());
  for (int step = 0; step < 3; ++step) batches.next();
  EXPECT_THROW(batches.next(), Error);
}

INSTANTIATE_TEST_SUITE_P(Counts, PrefetcherThreads, testing::Values(0, 1, 2, 5));

}  // namespace
}  // namespace facet
