#pragma once

#include "facet/distribution.h"
#include "facet/registrar.h"
#include "ties.h"

namespace facet {

/// Positives whose label is normally distributed around that of their reference.
class DeltaNormal : public Distribution {
 public:
  struct Options : TiesOption {
    LabelChoice label;
    double delta = 0.1;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "query = label[reference] + delta N(0, 1), column by column; positive = the bin of "
          "the nearest label",
      .shapes = "one bin a reference; the label has any number of columns",
      .units = "delta in the label's unit, a standard deviation (after scaling)",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  /// Throws Error for a label that does not serve.
  DeltaNormal(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  double delta_;
  Ties ties_;
  Bins bins_;
  LabelSearch search_;
};

}  // namespace facet
