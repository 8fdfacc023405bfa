#pragma once

#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The embedding that a run wrote at its end. Throws Error where the folder holds no run, the
/// embedding is missing, or not of the model beside it, and where the model is not finite.
LabelledEmbedding load_run_embedding(const RunFolder& folder);

/// Removes an embedding and attributions that are of another model than the one beside them: the
/// run has gone on since.
void remove_outdated(const RunFolder& folder);

}  // namespace facet
