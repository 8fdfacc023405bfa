#pragma once

#include <vector>

#include "framework/config/run_config.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The embedding that a run wrote, and which of its rows were trained on.
struct EmbeddedRun {
  EmbeddingFile file;
  std::vector<Segment> training;  ///< of all sessions
  std::vector<Segment> held_out;  ///< likewise; empty where nothing was held out
};

/// Needs the run's files alone. Throws Error where they are missing or do not fit the config.
EmbeddedRun load_embedded_run(const RunFolder& folder, const RunConfig& config);

/// Leaves the segments of one session.
void keep_session(EmbeddedRun& run, std::int64_t session);

/// Rows [begin, end) of labels.
Labels label_rows(const Labels& labels, std::int64_t begin, std::int64_t end);

}  // namespace facet
