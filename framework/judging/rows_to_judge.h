#pragma once

#include <cstdint>
#include <vector>

#include "framework/data/split.h"
#include "framework/metrics/blocks.h"

namespace facet {

struct CrossValidation {
  std::int64_t folds = 0;  ///< contiguous blocks of the rows; 0: no cross-validation
  std::int64_t gap = 0;    ///< rows on either side of a block whose windows reach into it
};

/// On which rows of an embedding decoders are fitted and judged. Without folds: fitted on the
/// training part and judged on the held-out part, on the training part where nothing was held out.
/// With folds each block of `rows`, which are all or those of one session, is judged in turn, by
/// what was fitted on the others.
std::vector<FitAndJudge> rows_to_judge(const Segment& rows, const Split& split,
                                       const CrossValidation& by);

}  // namespace facet
