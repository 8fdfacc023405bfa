#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "facet/observer.h"
#include "facet/registrar.h"
#include "log_file.h"

namespace facet::logs {

/// Logs what the steps report, every few of them, since reading it waits for the device; what
/// validations report, under `validation.`; and beside each logged step the `steps_per_second`
/// since the one before and the `peak_memory_mib` of the process.
///
/// A step has one row: that of its step and that of its validation. So a row is written when the
/// next step is done, or the run is saved.
class Log : public Observer {
 public:
  struct Options {
    std::int64_t every = 10;

    static void describe(OptionsDescription<Options>& options) {
      options.add("every", &Options::every, "steps from one row to the next").at_least(1);
    }
  };

  explicit Log(const Options& options) : every_(options.every) {}

  void on_begin(const TrainingStart& start) override;
  Training on_step(const Report& report) override;
  Training on_validation(const Report& report) override;
  Training on_checkpoint(std::int64_t step) override;
  void on_end() override;

 protected:
  virtual std::unique_ptr<LogFile> open(const std::string& folder) const = 0;

 private:
  using Clock = std::chrono::steady_clock;

  void go_on_after(std::int64_t step);
  void add(const Report& report, const std::string& prefix);
  void add_speed_and_memory(std::int64_t step);
  void write_row();

  const std::int64_t every_;
  std::unique_ptr<LogFile> file_;  ///< null: the run is written nowhere
  std::optional<Row> row_;         ///< that is not written yet
  std::int64_t last_step_ = 0;
  std::int64_t timed_step_ = 0;  ///< and when it was, for the speed since then
  Clock::time_point timed_at_;
};

/// A log into a `File`.
template <class File>
class LogInto : public Log {
 public:
  static inline const Documentation documentation = {.units = "every in steps"};
  using Log::Log;

 protected:
  std::unique_ptr<LogFile> open(const std::string& folder) const override {
    return std::make_unique<File>(folder);
  }
};

}  // namespace facet::logs
