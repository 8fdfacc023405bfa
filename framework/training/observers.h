#pragma once

#include <memory>
#include <vector>

#include "facet/observer.h"
#include "framework/ranks/ranks.h"

namespace facet {

/// Tells all observers of a training, in their order, and keeps whether one of them ended it. All
/// ranks end at the same step.
class Observers {
 public:
  Observers(const std::vector<std::shared_ptr<Observer>>& observers, Ranks& ranks)
      : observers_(observers), ranks_(ranks) {}
  /// Tells them of the end where an error ended the training.
  ~Observers();
  Observers(const Observers&) = delete;
  Observers& operator=(const Observers&) = delete;

  void begin(const TrainingStart& start);
  void step(const Report& report);
  void validation(const Report& report);
  void checkpoint(std::int64_t step);
  void end();
  /// Has the run saved after `step` where a component's error ended the training: whatever an
  /// observer does, the others are told.
  void save(std::int64_t step);
  /// Whether the training is to end after this step. Waits for the other ranks.
  bool ended_it();

 private:
  template <class Tell>
  void tell(const char* where, const Tell& tell);

  const std::vector<std::shared_ptr<Observer>>& observers_;
  Ranks& ranks_;
  bool ended_ = false;  // by one of them
  bool told_of_the_end_ = false;
};

}  // namespace facet
