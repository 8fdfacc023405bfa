#pragma once

#include <vector>

#include "framework/drawing/drawing.h"
#include "framework/figures/summary.h"

namespace facet {

/// How well each label is decoded from each facet, beside the baselines: a panel for each label, of
/// the decoder `knn-validated`, R2 or accuracy. Of several judgements (see summarize) the bars are
/// means, with the standard deviation on them and each value as a dot.
Drawing decoding_chart(const std::vector<FigureSummary>& summaries);

}  // namespace facet
