#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/figures/summary.h"
#include "framework/registry/registry.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// All of what a report says of one run, or of several beside each other.
struct ReportRequest {
  std::vector<RunFolder> runs;
  std::vector<RunConfig> configs;             ///< theirs, in the same order
  std::vector<FigureSummary> judgement = {};  ///< see judge_runs; empty: they are not judged
  Note note = {};                             ///< is told of files that cannot be read
};

/// A page of HTML in one file: the embeddings in three dimensions (see embedding_views.h), losses,
/// decoding, attribution where `facet attribute` computed it, how far runs or sessions agree, the
/// configs, and under which circumstances the runs were made. A section says why where it has
/// nothing to show, which `note` is told as well where a file is damaged. Throws Error that names
/// the run whose files fail.
FACET_API std::string report(const ReportRequest& request, const Registry& registry);

}  // namespace facet
