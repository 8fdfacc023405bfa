#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/reader.h"
#include "facet/recording.h"
#include "framework/data/data_config.h"
#include "framework/data/unobserved.h"

namespace facet {

/// A recording and what was decided on the way.
struct LoadedRecording {
  Recording recording;
  std::vector<std::string> decisions;  ///< a line for each, for the user
};

/// `rat.nwb: 36000 bins of 50 ms x 118 channels, 2 segments`: what is used of the signals.
FACET_API std::string size_text(const Recording& recording);

/// A recording from arrays, of files or in memory: `config.signals` names those with the signals,
/// every other one is a label of the bins or of the channels (see LabelMaker, also for `asked`);
/// see recording_segments for where it is cut. Arrays that are neither are not read. `name` is for
/// messages, `unobserved` what is known of the signals. Throws OptionsError with all that is wrong,
/// each under its key; warns of what is allowed and perhaps not meant.
FACET_API LoadedRecording make_recording(const std::string& name, const FileArrays& file,
                                         const RecordingConfig& config,
                                         const std::string& key = "data",
                                         const std::vector<std::string>& asked = {},
                                         const Unobserved& unobserved = {});

}  // namespace facet
