#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/reader.h"
#include "facet/recording.h"
#include "framework/data/data_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// A recording and what was decided on the way.
struct LoadedRecording {
  Recording recording;
  std::vector<std::string> decisions;  ///< a line for each, for the user
};

/// The arrays of a file, by the reader of its extension unless `config` names one. `key` is where
/// `config` stands, for messages. Throws Error that names the file.
FACET_API FileArrays read_arrays(const std::string& path, const RecordingConfig& config,
                                 Registry& registry, const std::string& key = "data");

/// The arrays of all files of a recording.
struct RecordingFiles {
  std::string name;  ///< for messages
  FileArrays arrays;
};

/// Reads the files that `config` names, each by the reader of its extension unless `config` names
/// one. Throws OptionsError with all that is wrong with them, under `key.file`.
FACET_API RecordingFiles read_files(const RecordingConfig& config, Registry& registry,
                                    const std::string& key = "data");

/// The same, and makes a recording of their arrays (see make_recording). Throws OptionsError with
/// all that is wrong.
FACET_API LoadedRecording read_recording(const RecordingConfig& config, Registry& registry,
                                         const std::string& key = "data");

/// A recording from arrays in memory: `config.signals` names those with the signals, every other
/// one is a label of the bins or of the channels (see LabelMaker); see recording_segments for where
/// it is cut. `name` is for messages. Throws OptionsError with all that is wrong, each under its
/// key.
FACET_API LoadedRecording make_recording(const std::string& name, const FileArrays& file,
                                         const RecordingConfig& config,
                                         const std::string& key = "data");

}  // namespace facet
