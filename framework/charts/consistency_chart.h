#pragma once

#include "framework/drawing/drawing.h"
#include "framework/figures/figure.h"

namespace facet {

/// A matrix for each facet of what compare_runs or compare_sessions gave: how well the embedding of
/// a column is predicted from that of a row (R2).
Drawing consistency_chart(const Figures& comparison);

}  // namespace facet
