#pragma once

#include <string>
#include <vector>

#include "facet/recording.h"
#include "facet/stateful.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// A recording and what was decided on the way.
struct LoadedRecording {
  Recording recording;
  std::vector<std::string> decisions;  ///< a line each, for the user
};

/// The arrays of a file, by the reader of its extension. Throws Error that names the file.
std::vector<NamedTensor> read_arrays(const std::string& path, Registry& registry);

/// Reads the files that `config` names, each by the reader of its extension, and makes a recording
/// of their arrays (see make_recording). Throws Error that names the file.
LoadedRecording read_recording(const DataConfig& config, Registry& registry);

/// A recording from arrays in memory: `config.signals` names the one with the signals, T x C or T,
/// and every other one with T rows is a label: floats are continuous (T becomes T x 1), integers
/// and booleans discrete, unless `config` says otherwise. Where `config.trials` changes is a
/// border. `name` is for messages. Throws Error.
LoadedRecording make_recording(const std::string& name, const std::vector<NamedTensor>& arrays,
                               const DataConfig& config);

}  // namespace facet
