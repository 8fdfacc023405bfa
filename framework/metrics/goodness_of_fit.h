#pragma once

#include <cstdint>

namespace facet {

/// How much better than chance an InfoNCE tells the positive from the negatives, in bits:
/// (log n - InfoNCE) / log 2, n the number of negatives that each reference meets. 0 is chance,
/// log2 n the most. Of one objective (Schneider, Lee, Mathis 2023).
double goodness_of_fit(double info_nce, std::int64_t num_negatives);

}  // namespace facet
