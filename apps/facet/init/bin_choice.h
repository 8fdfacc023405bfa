#pragma once

#include "apps/facet/init/proposal.h"
#include "apps/facet/init/signals_choice.h"

namespace facet {

/// The width of a bin, in seconds: as it is wished, else by how often units fire, or the step
/// between samples. Throws Error for a wish that is no width.
Reasoned<double> choose_bin(const SignalsChoice& signals, const FileArrays& arrays,
                            std::optional<double> wish);

}  // namespace facet
