#pragma once

#include <map>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/figures/summary.h"
#include "framework/sweeping/sweep_folder.h"

namespace facet {

/// Why runs of a sweep failed, each by its name (see to_string).
using SweepFailures = std::map<std::string, std::string>;

/// A trial: its values, and the figures of its runs that are complete.
struct FACET_API TrialRow {
  std::vector<std::string> values;  ///< of the sweep's keys
  std::vector<FigureSummary> figures;
  std::size_t num_complete = 0, num_runs = 0;
  std::vector<std::string> failures;  ///< `seed 3: ...`

  bool is_whole() const { return num_complete == num_runs; }
  const FigureSummary* find(const std::string& figure) const;
};

struct SweepTable {
  std::vector<std::string> keys;
  std::vector<TrialRow> rows;
};

/// Reads metrics.json of every run that is complete.
FACET_API SweepTable read_sweep_table(const SweepFolder& folder, const SweepQuestion& question,
                                      const SweepFailures& failures);

/// The names of all figures that a trial has.
FACET_API std::vector<std::string> figure_names(const SweepTable& table);

/// For people: a row for each trial with mean and deviation of `figure`; empty: of the held-out
/// loss of each objective, or of the training's loss where nothing was held out.
FACET_API std::string to_table(const SweepTable& table, const std::string& figure);

/// For programs, as CSV: the same rows with mean and deviation of every figure.
FACET_API std::string to_csv(const SweepTable& table);

}  // namespace facet
