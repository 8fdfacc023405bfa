#pragma once

#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/run_record.h"

namespace facet {

/// What is not as it was when a run's run.json was written, a line for each: `threads was 1, is now
/// 2`.
struct ChangedCircumstances {
  std::vector<std::string> training;  ///< Facet, libtorch, plugins, data: its steps are others
  std::vector<std::string> rounding;  ///< BLAS, device and the like: the same but for the last bits
  std::vector<std::string> earlier;   ///< what run.json tells of earlier changes (RunRecord)
};

/// Compares a run's run.json with how the run is to go on: `now`, whose device and data are set. Of
/// the plugins those are compared that its components come from (see used_plugins). Throws Error
/// where run.json is damaged or of a newer format.
ChangedCircumstances changed_circumstances(const RunFolder& folder, const RunRecord& now,
                                           const RunConfig& config, const Registry& registry);

}  // namespace facet
