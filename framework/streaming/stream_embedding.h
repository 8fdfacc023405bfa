#pragma once

#include <string>

#include "facet/export.h"
#include "framework/run_folder/trained_run.h"
#include "framework/streaming/streamed_embedding.h"

namespace facet {

/// The embedding of bins that come one by one, by the encoder of a trained run, which must outlive
/// it; of several sessions by that of `session` (else empty). A bin has the channels that the
/// encoder was trained on, as they were before the z-scores of the run. Throws Error where no such
/// session is there, or the encoder sees all sessions side by side.
FACET_API StreamedEmbedding stream_embedding(const TrainedRun& run, const RunFolder& folder,
                                             const std::string& session,
                                             StreamedEmbedding::TakeRow take);

}  // namespace facet
