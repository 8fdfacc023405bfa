#include "framework/report/run_losses.h"

#include "facet/error.h"
#include "framework/charts/loss_chart.h"
#include "framework/files/files.h"

namespace facet {

namespace {

bool holds_out(const DataConfig& data) {
  bool any = false;
  for_each_recording(data, [&](const RecordingConfig& config, const std::string&) {
    any = any || config.validation || config.validation_from;
  });
  return any;
}

}  // namespace

RunLosses read_losses(const RunFolder& run, const RunConfig& config) {
  const bool validated = holds_out(config.data) || path_exists(run.validation());
  return {read_step_table(run.history()),
          validated ? read_step_table(run.validation()) : StepTable{}};
}

Drawing draw_losses(const RunFolder& run, const RunLosses& losses) {
  if (losses.training.steps.empty()) throw Error(run.history() + ": no steps were trained");
  return loss_chart(losses.training, losses.validation);
}

}  // namespace facet
