#pragma once

#include "framework/assembly/assembly.h"
#include "framework/figures/figure.h"

namespace facet {

/// The loss of each objective on what was held out, by the encoders and criterions as they are: the
/// mean over batches of the run's size. The figures are at `slice`, `loss`, `objective` (its number
/// in the config), and `value`; of an InfoNCE also `bits`, its goodness of fit.
Figures held_out_losses(const Assembly& assembly);

}  // namespace facet
