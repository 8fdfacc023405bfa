#pragma once

#include <map>

#include "classes.h"
#include "time_delta.h"

namespace facet {

/// Positives of the class of their reference whose continuous label differs as within a time.
class Mixed : public Distribution {
 public:
  struct Options : TimeDelta::Options {
    LabelChoice discrete;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "query = label[reference] + label[j] - label[j - time_delta], j as for 'time_delta'; "
          "positive = of the bins with discrete[positive] = discrete[reference] that of the "
          "nearest label; references come from the prior 'uniform' over 'discrete' unless "
          "another is asked for",
      .shapes = "one bin a reference; the continuous label has any number of columns",
      .units = "time_delta in bins",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  /// Throws Error for labels that do not serve, segments that are all too short, and a class that
  /// one of several sessions lacks.
  Mixed(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;
  std::optional<ComponentChoice> default_prior() const override;

 private:
  Ties ties_;
  LabelChoice discrete_;
  Bins bins_;
  LabelDifferences differences_;
  Classes classes_;
  std::map<std::int64_t, LabelSearch> searches_;  // by class
};

}  // namespace facet
