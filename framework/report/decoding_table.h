#pragma once

#include <string>
#include <vector>

#include "framework/figures/summary.h"
#include "framework/figures/text_table.h"

namespace facet {

/// A row for each facet, label and decoder, with R2 or the accuracy of the embedding and of each
/// baseline; of several judgements the mean, and after it the standard deviation.
TableRows decoding_table(const std::vector<FigureSummary>& judgement);
/// Of each objective the loss on what was held out, and InfoNCE's goodness of fit in bits.
TableRows held_out_table(const std::vector<FigureSummary>& judgement);

}  // namespace facet
