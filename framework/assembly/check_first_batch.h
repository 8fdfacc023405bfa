#pragma once

#include "facet/error.h"
#include "framework/sampling/loader.h"
#include "framework/training/solver.h"

namespace facet {

/// Computes the losses of the first batch, in eval mode and without a gradient: what the first step
/// would fail with is added to `problems` before anything is trained.
void check_first_batch(Solver& solver, const Loader& loader, Problems& problems);

}  // namespace facet
