#pragma once

#include <string>

#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The config that adapts the encoder of a run (of one of its sessions, where it has several) to
/// the recording in the file `data`: that of the run, without what it says of the old recording's
/// neurons and bins (`neurons`, `epochs`, `validation_from`) and without its output folder. Throws
/// Error where the run has no such session.
FACET_API RunConfig adaptation_config(const RunFolder& run, RunConfig config,
                                      const std::string& session, const std::string& data);

}  // namespace facet
