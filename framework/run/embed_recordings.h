#pragma once

#include <functional>
#include <string>

#include "facet/export.h"
#include "framework/assembly/assembly.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

/// The embedding of the run's own recordings by its encoders as they are.
FACET_API LabelledEmbedding embed_own_recordings(const Assembly& assembly);

/// Takes a line for the user.
using Note = std::function<void(const std::string&)>;

/// The embedding of the recording in `file` by the encoder of a trained run; of several sessions by
/// that of the one named `session`, in whose place the recording stands. An encoder that sees all
/// sessions side by side needs the others too: they are read again from where the run had them.
/// `note` is told what the signals are (see size_text). Throws Error where the recording does not
/// fit the encoder, or no such session is there.
FACET_API LabelledEmbedding embed_other_recording(const TrainedRun& run, const RunFolder& folder,
                                                  const std::string& file,
                                                  const std::string& session, Registry& registry,
                                                  const Note& note = {});

}  // namespace facet
