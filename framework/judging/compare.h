#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/options.h"
#include "framework/config/run_config.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// How far one facet is the same in all runs, or in all sessions of one: runs x runs float64, from
/// the row's run to the column's.
struct FacetComparison {
  FeatureRange facet;
  at::Tensor consistency;  ///< R2 after a linear map with intercept
  at::Tensor procrustes;   ///< R2 after a rotation about the mean, over all columns together
};

struct ComparisonOptions {
  /// Label with one column by which different recordings are compared; empty: bin by bin, which
  /// needs recordings of the same bins.
  std::string label;
  std::int64_t num_bins = 100;  ///< of the label

  static void describe(OptionsDescription<ComparisonOptions>& options);
};

/// Compares the embeddings of two or more runs, facet by facet: those facets of the first one that
/// all have (see run_facets). Needs the runs' files alone. Throws Error that names the run.
std::vector<FacetComparison> compare_runs(const std::vector<RunFolder>& folders,
                                          const std::vector<RunConfig>& configs,
                                          const ComparisonOptions& options = {});

/// Compares the sessions of one run with each other in the same way, by every facet of the run.
/// Throws Error where it has one recording.
std::vector<FacetComparison> compare_sessions(const RunFolder& folder, const RunConfig& config,
                                              const ComparisonOptions& options = {});

/// Writes the mean embedding of runs on the same recording, each rotated onto the first one, with
/// the labels of the first one beside it (see embedding_file.h).
void save_ensemble(const std::string& path, const std::vector<RunFolder>& folders);

/// A matrix for each facet, its mean off the diagonal in the title; `names` are those of the runs,
/// or of the sessions.
std::string to_table(const std::vector<FacetComparison>& comparisons,
                     const std::vector<std::string>& names);
/// `kind`: "runs" or "sessions", the key under which the names stand.
std::string to_json(const std::vector<FacetComparison>& comparisons,
                    const std::vector<std::string>& names, const std::string& kind = "runs");

}  // namespace facet
