#pragma once

#include <functional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/assembly/assembly.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

/// The embedding of the run's own recordings by its encoders as they are; each of the ranks that
/// call it encodes a share.
FACET_API LabelledEmbedding embed_own_recordings(const Assembly& assembly, Ranks& ranks);

/// Takes a line for the user.
using Note = std::function<void(const std::string&)>;

/// A recording that a run was not trained on.
struct OtherRecording {
  std::vector<std::string> files;
  std::string session = {};               ///< in whose place it stands; empty: there is but one
  std::vector<std::string> signals = {};  ///< its arrays; empty: named as the run's
};

/// The embedding of another recording by the encoder of a trained run; of several sessions by that
/// of the one in whose place the recording stands. It is read as the run read its own, but for what
/// was selected there; trials and time stamps that it does not have cut nothing. An encoder that
/// sees all sessions side by side needs the others too: they are read again from where the run had
/// them. `note` is told what the signals are (see size_text), and of borders that are missing.
/// Throws Error where the recording does not fit the encoder, or no such session is there.
FACET_API LabelledEmbedding embed_other_recording(const TrainedRun& run, const RunFolder& folder,
                                                  const OtherRecording& recording,
                                                  Registry& registry, const Note& note = {});

}  // namespace facet
