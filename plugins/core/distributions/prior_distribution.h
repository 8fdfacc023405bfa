#pragma once

#include <map>
#include <memory>

#include "facet/distribution.h"
#include "facet/registrar.h"

namespace facet {

/// Positives that are drawn as references are, whatever their reference.
class PriorDistribution : public Distribution {
 public:
  struct Options {
    LabelChoice label;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "positive ~ prior, independent of the reference: 'empirical', or 'uniform' over the "
          "classes of 'label' where it is given",
      .shapes = "one bin a reference"};

  /// Throws Error for a label that is missing or continuous.
  PriorDistribution(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  Bins bins_;
  std::map<std::int64_t, std::unique_ptr<Prior>> priors_;  // by session
};

}  // namespace facet
