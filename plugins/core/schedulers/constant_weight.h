#pragma once

#include "facet/registrar.h"
#include "facet/scheduler.h"

namespace facet {

/// The same weights at every step.
class ConstantWeight : public Scheduler {
 public:
  struct Options {
    std::optional<std::vector<double>> initial_weights;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{.formula = "w_i(step) = initial_weights_i",
                                                  .shapes = "one weight for each objective"};

  /// Throws Error for another number of weights than of objectives.
  ConstantWeight(const Options& options, const Arguments& arguments);

  std::optional<std::vector<double>> weights(std::int64_t step) const override;

 private:
  std::vector<double> weights_;
};

}  // namespace facet
