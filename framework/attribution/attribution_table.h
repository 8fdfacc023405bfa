#pragma once

#include <cstdint>
#include <string>

#include "facet/export.h"
#include "framework/figures/figure.h"

namespace facet {

/// The figures of attribute_run as text: for each facet and map auROC and gaps, where there are
/// any; then for every map the `top` strongest neurons of each facet.
FACET_API std::string attribution_table(const Figures& figures, std::int64_t top);

}  // namespace facet
