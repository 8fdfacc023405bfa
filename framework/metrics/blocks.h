#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace facet {

/// Positions on which something is fitted, and others on which it is judged; int64.
struct FitAndJudge {
  at::Tensor fit, judge;
};

/// Cuts 0, ..., n - 1 into contiguous blocks of nearly equal size, the first ones the longer, and
/// leaves each out in turn. What lies within `gap` of a block is not fitted on either: windows
/// there hold bins of the block. Fewer blocks where n is smaller than that.
std::vector<FitAndJudge> blocked_folds(std::int64_t n, std::int64_t num_blocks,
                                       std::int64_t gap = 0);

/// The last fifth to judge (at least one position, where there are two), the rest to fit.
FitAndJudge last_fifth(std::int64_t n);

}  // namespace facet
