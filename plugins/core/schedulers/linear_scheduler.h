#pragma once

#include "facet/registrar.h"
#include "facet/scheduler.h"

namespace facet {

/// A weight that goes linearly from one value to another, the same for every objective.
class LinearScheduler : public Scheduler {
 public:
  struct Options {
    std::int64_t step_to_switch_on_reg = 0;
    std::int64_t step_to_switch_off_reg = 0;
    double start_weight = 0.0;
    double end_weight = 0.0;
    bool stay_constant_after_switch_off = false;
    std::optional<std::int64_t> n_splits;

    static void describe(OptionsDescription<Options>& options);
    void validate(Problems& problems, const std::string& key) const;
  };
  static inline const Documentation documentation{
      .formula =
          "w(step) = start + (end - start) (step - on) / (off - on) for on <= step <= off; "
          "off before, and off or end_weight afterwards",
      .shapes = "one weight for each objective",
      .units = "on and off in steps"};

  /// Throws Error where n_splits is given and not the number of objectives.
  LinearScheduler(const Options& options, const Arguments& arguments);

  std::optional<std::vector<double>> weights(std::int64_t step) const override;

 private:
  Options options_;
  std::size_t num_objectives_;
};

/// The same, and the last weight stays: linear-ramp-up.
class LinearRampUp : public LinearScheduler {
 public:
  struct Options : LinearScheduler::Options {
    Options() { stay_constant_after_switch_off = true; }
    static void describe(OptionsDescription<Options>& options);
  };

  LinearRampUp(const Options& options, const Arguments& arguments)
      : LinearScheduler(options, arguments) {}
};

}  // namespace facet
