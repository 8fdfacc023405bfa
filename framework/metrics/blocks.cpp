#include "framework/metrics/blocks.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>

#include <algorithm>

namespace facet {

namespace {

at::Tensor positions(std::int64_t begin, std::int64_t end) {
  return at::arange(begin, std::max(begin, end), at::kLong);
}

}  // namespace

std::vector<FitAndJudge> blocked_folds(std::int64_t n, std::int64_t num_blocks, std::int64_t gap) {
  num_blocks = std::min(num_blocks, n);
  std::vector<FitAndJudge> folds;
  std::int64_t begin = 0;
  for (std::int64_t block = 0; block < num_blocks; ++block) {
    const std::int64_t end = begin + n / num_blocks + (block < n % num_blocks ? 1 : 0);
    folds.push_back(
        {at::cat({positions(0, begin - gap), positions(end + gap, n)}), positions(begin, end)});
    begin = end;
  }
  return folds;
}

FitAndJudge last_fifth(std::int64_t n) {
  const std::int64_t judged = std::max<std::int64_t>(n / 5, 1);
  return {positions(0, n - judged), positions(n - judged, n)};
}

}  // namespace facet
