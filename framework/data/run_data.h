#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/data/data_config.h"
#include "framework/data/make_recording.h"
#include "framework/data/sessions.h"
#include "framework/data/signal_scale.h"

namespace facet {

/// `sha256:...` of what a training sees of a recording, to the last bit.
struct RecordingChecksum {
  std::string whole;    ///< signals, labels and segments
  std::string signals;  ///< signals and segments
};

/// The recordings of a run, ready to be trained on.
struct RunData {
  std::shared_ptr<const Sessions> sessions;
  std::vector<RecordingChecksum> checksums;  ///< of each session's recording, before it is scaled
  std::vector<SignalScale> signal_scales;    ///< one for each session; empty without `data.zscore`
  std::vector<Segment> training;             ///< of all sessions: what is trained on
  std::vector<Segment> held_out;             ///< of all sessions; empty when nothing is held out
  std::vector<std::string> decisions;        ///< one line each, for the user
};

/// Puts the recordings of a run together, one for each session of `config`: splits each, and brings
/// its signals to scale. Throws OptionsError with all that is wrong, also for one that is not as
/// Recording says: another type or shape, or segments that are not of it.
FACET_API RunData make_run_data(const DataConfig& config, std::vector<LoadedRecording> recordings);

}  // namespace facet
