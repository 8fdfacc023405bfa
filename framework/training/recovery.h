#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// What was done where steps were not finite. A part of a training's state.
struct FACET_API Recovered {
  std::int64_t updates_left_out = 0;
  std::int64_t first_left_out = 0;  ///< its step
  std::int64_t rollbacks = 0;

  /// Of those, what the learning rate is multiplied with.
  double rate() const;
  std::vector<NamedTensor> state() const;  ///< empty where nothing was done
  static Recovered load(const std::vector<NamedTensor>& state);
};

/// How often a training goes back to its last checkpoint.
constexpr std::int64_t most_rollbacks = 5;

}  // namespace facet
