#pragma once

#include <map>
#include <utility>

#include "classes.h"
#include "facet/distribution.h"
#include "facet/registrar.h"

namespace facet {

/// Positives of the same class as their reference.
class Discrete : public Distribution {
 public:
  struct Options {
    LabelChoice label;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "positive uniform among the bins with discrete[positive] = discrete[reference]; "
          "references come from the prior: 'uniform' over this label or 'empirical'",
      .shapes = "one bin a reference",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  /// Throws Error for a label that is missing or continuous, and for a class that one of several
  /// sessions lacks.
  Discrete(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  Bins bins_;
  Classes classes_;
  std::map<std::pair<std::int64_t, std::int64_t>, Bins> positives_;  // by class and session
};

}  // namespace facet
