#pragma once

#include <cstdint>
#include <vector>

#include "framework/data/split.h"
#include "framework/metrics/decoding.h"

namespace facet {

struct CrossValidation {
  std::int64_t folds = 0;  ///< contiguous blocks of all rows; 0: no cross-validation
  std::int64_t gap = 0;    ///< rows on either side of a block whose windows reach into it
};

/// On which rows decoders are fitted and judged. Without folds: fitted on the training part and
/// judged on the held-out part, on the training part where nothing was held out. With folds each
/// block of all rows is judged in turn, by what was fitted on the others.
std::vector<FitAndJudge> rows_to_judge(std::int64_t num_rows, const Split& split,
                                       const CrossValidation& by);

/// Judges an embedding, one row per bin, whoever made it: how well each label is decoded from each
/// facet (see decode_facets).
Figures judge_embedding(const at::Tensor& embedding, const Labels& labels, const Split& split,
                        const std::vector<FeatureRange>& facets, const CrossValidation& by = {});

}  // namespace facet
