#pragma once

#include "classes.h"
#include "facet/distribution.h"
#include "facet/registrar.h"

namespace facet {

/// Every bin equally likely; of one draw each bin once before any of them again, so that the
/// gradient varies less than with independent draws.
class EmpiricalPrior : public Prior {
 public:
  static inline const Documentation documentation{
      .formula =
          "references uniform among the bins in which a full window fits; in one step each bin "
          "comes once before any of them comes again",
      .shapes = "one bin a sample"};

  explicit EmpiricalPrior(const SamplingSpace& space) : bins_(space.bins) {}

  std::vector<std::int64_t> sample(std::int64_t count, Random& random) const override;

 private:
  Bins bins_;
};

/// Every class of a discrete label that occurs equally likely, and every bin within its class.
class UniformPrior : public Prior {
 public:
  struct Options {
    LabelChoice label;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "class uniform among those that occur; reference uniform among its bins",
      .shapes = "one bin a sample"};

  /// Throws Error for a label that is missing or continuous.
  UniformPrior(const Options& options, const SamplingSpace& space)
      : classes_(space, options.label) {}

  std::vector<std::int64_t> sample(std::int64_t count, Random& random) const override;

 private:
  Classes classes_;
};

}  // namespace facet
