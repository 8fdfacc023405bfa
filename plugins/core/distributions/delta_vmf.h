#pragma once

#include "facet/distribution.h"
#include "facet/registrar.h"
#include "ties.h"
#include "von_mises_fisher.h"

namespace facet {

/// Positives whose label points in a direction around that of their reference.
class DeltaVmf : public Distribution {
 public:
  struct Options : TiesOption {
    LabelChoice label;
    double delta = 1.0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "query ~ von Mises-Fisher(mean = label[reference] / |label[reference]|, kappa = delta); "
          "positive = the bin whose label has the largest cosine with the query",
      .shapes =
          "one bin a reference; the label has at least two columns, an angle is given with "
          "`circular = true`",
      .units = "delta is a concentration: 0 uniform, the larger the closer",
      .source = "Ulrich, Appl. Stat. 33 (1984); Wood, Commun. Stat. Simul. 23 (1994)"};

  /// Throws Error for a label that does not serve, has one column, or is zero somewhere.
  DeltaVmf(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  Ties ties_;
  Bins bins_;
  LabelSearch search_;
  VonMisesFisher around_;
};

}  // namespace facet
