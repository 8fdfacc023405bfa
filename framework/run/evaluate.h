#pragma once

#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/metrics/decoding.h"
#include "framework/run/run_folder.h"

namespace facet {

/// How well labels are decoded from the facets of a run.
struct RunEvaluation {
  std::vector<DecodingScore> scores;
  bool held_out = false;  ///< judged on held-out bins; otherwise on those that were trained on
};

/// Decodes every label from every facet of the run's embedding: from each objective's slice, the
/// whole embedding, and the parts into which the slices cut it. Decoders are fitted on the training
/// part and judged on the held-out part of the run; on all bins where nothing was held out.
/// Needs the run's files alone. Throws Error.
RunEvaluation evaluate_run(const RunFolder& folder, const RunConfig& config);

}  // namespace facet
