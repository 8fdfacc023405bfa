#pragma once

#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/figures/summary.h"
#include "framework/registry/registry.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The judgements of runs by evaluate_run, together. `note` is told, a line each, what the signals
/// are and why a judgement cannot be trusted.
FACET_API std::vector<FigureSummary> judge_runs(const std::vector<RunFolder>& runs,
                                                const std::vector<RunConfig>& configs,
                                                Registry& registry, const Note& note);

}  // namespace facet
