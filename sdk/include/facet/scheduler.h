#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/export.h"

namespace facet {

/// Weights of the objectives (or of their regularizers) as a function of the step. Immutable.
class FACET_API Scheduler : public Component {
 public:
  using Kind = Scheduler;
  static constexpr std::string_view kind = "scheduler";
  static constexpr std::string_view form = "";
  struct Arguments {
    std::int64_t num_objectives = 1;
  };

  virtual ~Scheduler();
  /// One weight for each objective at `step` (from 0), or nothing: switched off, which spares
  /// the work.
  virtual std::optional<std::vector<double>> weights(std::int64_t step) const = 0;
};

}  // namespace facet
