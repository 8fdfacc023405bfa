#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/figures/figure.h"

namespace facet {

/// A figure that several judgements give, each of another run or of another part of the bins.
struct FACET_API FigureSummary {
  FigurePath path;
  std::string unit;
  std::vector<std::optional<double>>
      values;  ///< of each judgement; nothing where it lacks the figure

  std::size_t count() const;  ///< of the judgements that have it
  double mean() const;
  double deviation() const;  ///< of a sample: divided by count - 1; 0 for one
};

/// Every figure that one of the judgements has, by its path; in the order of the first judgement,
/// and what only others have after it.
FACET_API std::vector<FigureSummary> summarize(const std::vector<Figures>& judgements);

/// The mean of every figure.
FACET_API Figures means(const std::vector<FigureSummary>& summaries);

/// `mean`, `standard_deviation` and `values` in the place of every figure, each value at the step
/// that says of which judgement it is; a gap among them is not a number.
FACET_API Figures to_figures(const std::vector<FigureSummary>& summaries,
                             const FigurePath& judgements);

/// `figure`, `mean`, `deviation`, one line each; a figure with gaps says of how many it is.
FACET_API std::string to_table(const std::vector<FigureSummary>& summaries);

}  // namespace facet
