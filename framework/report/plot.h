#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/drawing/drawing.h"
#include "framework/registry/registry.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// A figure of one run, or of several.
struct PlotRequest {
  /// `loss`, `embedding`, `decoding`, `attribution` or `consistency`.
  std::string kind;
  std::vector<RunFolder> runs;
  std::vector<RunConfig> configs;  ///< theirs, in the same order
  std::string label = {};          ///< colours an embedding (plotted_label.h); see compare.h, too
  std::int64_t num_bins = 100;     ///< of that label, where runs are compared by it (compare.h)
  std::string map = {};            ///< of attribution; empty: the first one
  Note note = {};                  ///< is told of what cannot be trusted, and what the signals are
};

/// The kinds, in the order in which they are listed.
FACET_API std::vector<std::string> plot_kinds();

/// - `loss`: the history of a run (see loss_chart.h);
/// - `embedding`: the facets of a run, coloured by a label (embedding_chart.h);
/// - `decoding`: labels decoded from the facets; of several runs means (decoding_chart.h);
/// - `attribution`: a map that attribute_run wrote (attribution_chart.h);
/// - `consistency`: how far runs agree, or the sessions of one (consistency_chart.h).
///
/// Throws OptionsError for a kind or a number of runs that is not possible, Error that names the
/// run where its files fail.
FACET_API Drawing plot(const PlotRequest& request, Registry& registry);

}  // namespace facet
