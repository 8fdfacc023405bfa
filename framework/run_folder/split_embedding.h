#pragma once

#include "framework/config/run_config.h"
#include "framework/data/split.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The embedding that a run wrote, and which of its rows were trained on and which held out.
struct SplitEmbedding {
  LabelledEmbedding rows;
  Split split;  ///< of all sessions
};

/// Needs the run's files alone. Throws Error where they are missing or do not fit the config.
SplitEmbedding load_split_embedding(const RunFolder& folder, const RunConfig& config);

/// Leaves the segments of one session.
void keep_session(SplitEmbedding& run, std::int64_t session);

}  // namespace facet
