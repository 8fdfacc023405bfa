#pragma once

#include <optional>
#include <string>
#include <vector>

#include "framework/data/data_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// What a user wants of a new config; what is left out is proposed.
struct Wishes {
  std::vector<std::string> files;
  std::vector<std::string> signals = {};
  std::optional<double> bin = {};
  std::string label = {};
};

/// A value of a config, and why it was chosen.
template <class T>
struct Reasoned {
  T value;
  std::string reason;
};

/// What a new config says of a recording.
struct Proposal {
  std::vector<FileConfig> files;
  std::vector<std::string> unused_files;  ///< of which nothing is used
  Reasoned<std::vector<std::string>> signals;
  std::vector<std::string> possible_signals;   ///< from which they were chosen
  bool transpose = false;                      ///< channels x bins
  std::string neurons;                         ///< a condition; empty: all
  std::optional<Reasoned<double>> bin;         ///< nothing: rows are bins
  std::vector<std::string> labels;             ///< continuous; with `bin` they are brought onto it
  std::vector<std::string> angles;             ///< of these
  std::optional<Reasoned<std::string>> label;  ///< one of these; nothing: there is none
  std::string trials;                          ///< empty: there are none
  Reasoned<std::string> select;                ///< empty: all bins
  std::int64_t num_bins = 0;                   ///< that are used
  std::int64_t num_windows = 0;                ///< of ten bins that are in one segment
  std::int64_t longest_segment = 0;            ///< bins

  /// `[data]` of the config.
  RecordingConfig data() const;
  /// How many bins last so many seconds; without `bin` the second number.
  std::int64_t bins_in(double seconds, std::int64_t otherwise) const;
};

/// Looks into the files. Throws Error where nothing in them can be the signals, or what is wished
/// is not there.
Proposal propose(const Wishes& wishes, Registry& registry);

/// The config that it is, each choice with its reason beside it.
std::string config_text(const Proposal& proposal);

}  // namespace facet
