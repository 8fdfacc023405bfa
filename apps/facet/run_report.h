#pragma once

#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/figures/summary.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// Writes the report of runs that are done (see report.h). What stands in its way is a warning: the
/// runs are saved.
void write_run_report(const std::string& path, const std::vector<RunFolder>& runs,
                      const Registry& registry, const std::vector<FigureSummary>& judgement = {});

}  // namespace facet
