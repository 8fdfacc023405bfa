#pragma once

#include <cstdint>
#include <string_view>

#include "facet/component.h"
#include "facet/export.h"

namespace facet {

/// The learning rate as a function of the step: what the optimizer's own is multiplied with.
/// Immutable.
class FACET_API LearningRate : public Component {
 public:
  using Kind = LearningRate;
  static constexpr std::string_view kind = "learning_rate";
  static constexpr std::string_view form = "";
  struct Arguments {
    std::int64_t num_steps = 1;  ///< of the whole run
  };

  virtual ~LearningRate();
  /// At `step`, from 0 to num_steps - 1; not negative.
  virtual double factor(std::int64_t step) const = 0;
};

}  // namespace facet
