#pragma once

#include "framework/config/run_config.h"
#include "framework/drawing/drawing.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/step_table.h"

namespace facet {

/// What the steps of a run told.
struct RunLosses {
  StepTable training;
  StepTable validation;  ///< without rows where nothing was held out
};

/// Throws Error that names the file where history.csv is missing or damaged, or validation.csv of a
/// run whose config holds bins out.
RunLosses read_losses(const RunFolder& run, const RunConfig& config);

/// Their chart (see loss_chart.h). Throws Error that names the file where no steps were trained, as
/// of an imported run.
Drawing draw_losses(const RunFolder& run, const RunLosses& losses);

}  // namespace facet
