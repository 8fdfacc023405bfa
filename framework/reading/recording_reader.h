#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/reader.h"
#include "framework/data/make_recording.h"
#include "framework/data/run_data.h"
#include "framework/registry/registry.h"

namespace facet {

/// What a recording's files hold.
struct RecordingFiles {
  std::string name;  ///< for messages
  FileArrays arrays;
};

/// Lists the files that `config` names, each by the reader of its extension unless `config` names
/// one; arrays have the names and clocks that `config` gives them. Throws OptionsError with all
/// that is wrong with them, under `key.file`.
FACET_API RecordingFiles list_files(const RecordingConfig& config, Registry& registry,
                                    const std::string& key = "data");

/// The same, and makes a recording of their arrays (see make_recording). `asked` are the labels
/// that are asked for elsewhere. Throws OptionsError with all that is wrong.
FACET_API LoadedRecording read_recording(const RecordingConfig& config, Registry& registry,
                                         const std::string& key = "data",
                                         const std::vector<std::string>& asked = {});

/// Reads the recordings that `config` names, each session by itself, and puts them together
/// (see make_run_data). `asked` are the labels that the run names elsewhere. Throws OptionsError
/// with all that is wrong.
FACET_API RunData read_run_data(const DataConfig& config, Registry& registry,
                                const std::vector<std::string>& asked = {});

}  // namespace facet
