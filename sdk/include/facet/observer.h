#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// What one step (or one validation) gave. The names are the columns of history.csv: `total`,
/// `objective0.loss`, `objective0.temperature`, ...
struct Report {
  std::int64_t step = 0;       ///< steps done, from 1
  std::int64_t num_steps = 0;  ///< of the whole run
  /// On the device: read_values brings the numbers over, and waits for them. An observer that wants
  /// them now and then does so then, not at every step.
  std::vector<Quantity> quantities;
};

/// How a training begins.
struct TrainingStart {
  std::int64_t steps_done = 0;  ///< more than 0: it goes on where it was stopped
  std::int64_t num_steps = 0;   ///< of the whole run
  std::string folder;           ///< where the run is written; empty: nowhere
};

/// What an observer answers: the training goes on, or ends after this step as it would at Ctrl-C.
enum class Training { goes_on, ends };

/// Watches a run. Called from the training thread, between steps; what takes long delays training.
/// The order within a step: on_step, on_validation where one is due, on_checkpoint where the run is
/// to be saved.
class FACET_API Observer : public Component {
 public:
  using Kind = Observer;
  static constexpr std::string_view kind = "observer";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Observer();
  virtual void on_begin(const TrainingStart& start);
  virtual Training on_step(const Report& report);
  virtual Training on_validation(const Report& report);
  /// The run is to be saved after `step`: at every checkpoint and validation, and at its end.
  virtual Training on_checkpoint(std::int64_t step);
  virtual void on_end();  ///< also where an observer or an error ended the training
};

}  // namespace facet
