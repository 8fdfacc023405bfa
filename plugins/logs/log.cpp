#include "log.h"

#include <sys/resource.h>

#include <utility>

#include "facet/warning.h"

namespace facet::logs {

namespace {

double peak_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

void Log::on_begin(const TrainingStart& start) {
  file_.reset();
  if (start.folder.empty())
    return warn("nothing is logged, since the run is written into no folder");
  file_ = open(start.folder);
  go_on_after(start.steps_done);
}

void Log::go_on_after(std::int64_t step) {
  row_.reset();
  file_->forget_after(step);
  last_step_ = timed_step_ = step;
  timed_at_ = Clock::now();
}

Training Log::on_step(const Report& report) {
  if (!file_) return Training::goes_on;
  // After a step that was not finite a training may have gone back.
  if (report.step <= last_step_) go_on_after(report.step - 1);
  write_row();
  last_step_ = report.step;
  if (report.step % every_ == 0 || report.step == report.num_steps) {
    add(report, "");
    add_speed_and_memory(report.step);
  }
  return Training::goes_on;
}

Training Log::on_validation(const Report& report) {
  if (file_) add(report, "validation.");
  return Training::goes_on;
}

Training Log::on_checkpoint(std::int64_t) {
  write_row();
  return Training::goes_on;
}

void Log::on_end() {
  write_row();
}

void Log::add(const Report& report, const std::string& prefix) {
  if (!row_) row_ = Row{report.step};
  const std::vector<double> values = read_values(report.quantities);
  for (std::size_t i = 0; i < values.size(); ++i)
    row_->values.emplace_back(prefix + report.quantities[i].name, values[i]);
}

void Log::add_speed_and_memory(std::int64_t step) {
  const Clock::time_point now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - timed_at_).count();
  row_->values.emplace_back("steps_per_second", static_cast<double>(step - timed_step_) / seconds);
  row_->values.emplace_back("peak_memory_mib", peak_memory_mib());
  timed_step_ = step;
  timed_at_ = now;
}

void Log::write_row() {
  if (const std::optional<Row> row = std::exchange(row_, std::nullopt)) file_->write(*row);
}

}  // namespace facet::logs
