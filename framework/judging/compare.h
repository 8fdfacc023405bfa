#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/config/run_config.h"
#include "framework/figures/figure.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

struct FACET_API ComparisonOptions {
  /// Label with one column, or a column as `position[1]`, by which different recordings are
  /// compared; empty: bin by bin, which needs recordings of the same bins.
  std::string label;
  std::int64_t num_bins = 100;  ///< of the label

  static void describe(OptionsDescription<ComparisonOptions>& options);
};

/// How far the embeddings of two or more runs agree, facet by facet: those facets of the first one
/// that all have (see run_facets). `configs` are theirs, in the same order. Needs the runs' files
/// alone. Throws Error that names the run; warns where recordings of other signals are compared bin
/// by bin.
///
/// The figures are at `facets`, `facet`, and
///
/// - `consistency`, `from`, `to`: R2 after a linear map with intercept, from run to run;
/// - `procrustes`, `from`, `to`: R2 after a rotation about the mean, over all columns together;
/// - `consistency_mean` and `procrustes_mean`, of different runs.
///
/// Runs are named by their folders' paths.
FACET_API Figures compare_runs(const std::vector<RunFolder>& folders,
                               const std::vector<RunConfig>& configs,
                               const ComparisonOptions& options = {});

/// The same of the sessions of one run, by every facet of the run. Throws Error where it has one
/// recording.
FACET_API Figures compare_sessions(const RunFolder& folder, const RunConfig& config,
                                   const ComparisonOptions& options = {});

/// Writes the mean embedding of runs on the same recording, each rotated onto the first one, with
/// the labels of the first one beside it (see embedding_file.h).
FACET_API void save_ensemble(const std::string& path, const std::vector<RunFolder>& folders);

/// A matrix for each facet and measure, with its mean in the title.
FACET_API std::string comparison_table(const Figures& figures);

}  // namespace facet
