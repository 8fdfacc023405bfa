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

/// `rat.npz: 2000 bins x 20 channels`: what is used of the signals.
FACET_API std::string size_text(const Recording& recording);

/// What a recording's files hold.
struct RecordingFiles {
  std::string name;  ///< for messages
  FileArrays arrays;
};

/// Lists the files that `config` names, each by the reader of its extension unless `config` names
/// one. Throws OptionsError with all that is wrong with them, under `key.file`.
FACET_API RecordingFiles list_files(const RecordingConfig& config, Registry& registry,
                                    const std::string& key = "data");

/// The same, and makes a recording of their arrays (see make_recording). Throws OptionsError with
/// all that is wrong.
FACET_API LoadedRecording read_recording(const RecordingConfig& config, Registry& registry,
                                         const std::string& key = "data",
                                         const std::vector<std::string>& asked = {});

/// A recording from arrays, of files or in memory: `config.signals` names those with the signals,
/// every other one is a label of the bins or of the channels (see LabelMaker, also for `asked`);
/// see recording_segments for where it is cut. Arrays that are neither are not read. `name` is for
/// messages. Throws OptionsError with all that is wrong, each under its key; warns of what is
/// allowed and perhaps not meant.
FACET_API LoadedRecording make_recording(const std::string& name, const FileArrays& file,
                                         const RecordingConfig& config,
                                         const std::string& key = "data",
                                         const std::vector<std::string>& asked = {});

}  // namespace facet
