#pragma once

#include "framework/drawing/drawing.h"
#include "framework/run_folder/step_table.h"

namespace facet {

/// What the steps of a run told, by step: a panel for each quantity (the loss, alignment,
/// uniformity, temperature, weight, ...) with a line for each objective, and what was held out as
/// dots. Of a long run each line keeps the smallest and the largest value of each stretch.
Drawing loss_chart(const StepTable& training, const StepTable& validation);

}  // namespace facet
