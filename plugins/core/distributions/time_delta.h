#pragma once

#include "facet/distribution.h"
#include "facet/registrar.h"
#include "label_differences.h"
#include "ties.h"

namespace facet {

/// Positives whose label differs from that of their reference as labels do within a time.
class TimeDelta : public Distribution {
 public:
  struct Options : TiesOption {
    LabelChoice label;
    std::int64_t time_delta = 1;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "query = label[reference] + label[j] - label[j - time_delta], j uniform among the "
          "bins (of all sessions) for which j - time_delta is in the same segment; positive = the "
          "bin of the nearest label",
      .shapes = "one bin a reference; the label has any number of columns",
      .units = "time_delta in bins",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  /// Throws Error for a label that does not serve, or segments that are all too short.
  TimeDelta(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  Ties ties_;
  Bins bins_;
  LabelDifferences differences_;
  LabelSearch search_;
};

}  // namespace facet
