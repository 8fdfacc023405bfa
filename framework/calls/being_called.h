#pragma once

#include <cstdint>

#include "facet/component.h"

namespace facet {

/// While it lives, this thread is in a component: who is named where the component fails, or ends
/// the process. One within another: the newest counts. Costs no more than setting a pointer.
class BeingCalled {
 public:
  /// `where` continues the name: `in forward()`. Both must outlive this object.
  BeingCalled(const ComponentOrigin& whom, const char* where);
  /// The component has called the engine back.
  BeingCalled();
  ~BeingCalled();
  BeingCalled(const BeingCalled&) = delete;
  BeingCalled& operator=(const BeingCalled&) = delete;

  /// The newest of this thread; where it has none, of the main thread; null where the engine is at
  /// work. May be asked by a signal handler.
  static const BeingCalled* now();
  /// From now on this thread is the main one.
  static void this_is_the_main_thread();
  /// This process is one that a component has forked: it ends where the component comes back.
  static void ends_this_process();

  const ComponentOrigin& whom() const { return *whom_; }
  const char* where() const { return where_; }
  std::int64_t step() const { return step_; }  ///< from 1; 0: in none

 private:
  const ComponentOrigin* whom_;
  const char* where_;
  std::int64_t step_;
  const BeingCalled* before_;
};

/// While it lives, what this thread calls belongs to a step of the training, counted from 1.
class AtStep {
 public:
  explicit AtStep(std::int64_t step);
  ~AtStep();
  AtStep(const AtStep&) = delete;
  AtStep& operator=(const AtStep&) = delete;

  static std::int64_t now();  ///< 0: in none

 private:
  std::int64_t before_;
};

}  // namespace facet
