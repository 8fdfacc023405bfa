#pragma once

#include "facet/error.h"
#include "framework/layout/session_layout.h"
#include "framework/sampling/loader.h"
#include "framework/training/multi_criterions.h"

namespace facet {

/// Computes the losses of the first batch, in eval mode: what the first step would fail with is
/// added to `problems` before anything is trained, as that a loss has no gradient; with `finite`
/// also losses that are not. No gradient is computed. Each rank does so by itself.
void check_first_batch(const SessionLayout& layout, const Encoders& encoders,
                       MultiCriterions& criterion, const Loader& loader, bool finite,
                       Problems& problems);

}  // namespace facet
