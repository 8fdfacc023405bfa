#pragma once

#include <functional>

#include "framework/run/run_writer.h"
#include "framework/run/train.h"

namespace facet {

/// A training that is written into its folder, from its first step to its last, or to the one after
/// which a component failed. What it is given must outlive it.
class WrittenTraining {
 public:
  /// `name`: what the user calls the folder. `record`: of its begin. `saved` is called after each
  /// checkpoint.
  WrittenTraining(Assembly& assembly, const RunFolder& folder, std::string name, Registry& registry,
                  RunRecord record, std::function<void()> saved);

  /// `observers` beside those of the config. Where a component fails, what was learned before is
  /// written, and the ComponentError says so.
  TrainOutcome run(const std::vector<std::shared_ptr<Observer>>& observers);

 private:
  void write_record();
  /// Each of the ranks that take part encodes a share of the recordings.
  void write_end(FitEnd end, Ranks& ranks);
  void write_what_was_learned();

  Assembly& assembly_;
  Registry& registry_;
  const RunFolder folder_;
  const std::string name_;
  RunRecord record_;
  const std::shared_ptr<RunWriter> writer_;
};

}  // namespace facet
