#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/bins.h"
#include "framework/data/data_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// What a user wants of a new config; what is left out is proposed.
struct Wishes {
  std::vector<std::string> files;
  std::vector<std::string> signals = {};  ///< names and patterns, as `data.signals` has them
  std::optional<double> bin = {};
  std::string label = {};
};

/// A value of a config, and why it was chosen.
template <class T>
struct Reasoned {
  T value;
  std::string reason;
};

/// A file of the recording, and what there is to say of it.
struct ProposedFile {
  FileConfig config;
  std::string note = {};
};

/// How much of a recording there is to train on, and what fits into it.
struct TrainingPlan {
  bool validation = true;                     ///< there is enough to hold some out
  std::optional<std::int64_t> held_out_from;  ///< where the last fifth of all bins is no measure
  std::string windows;                        ///< why the encoder sees one bin; empty: it sees 10
  std::int64_t longest_offset = 1;            ///< in bins, between two windows of a stretch
  std::int64_t batch_size = 512;
};

/// What a new config says of a recording.
struct Proposal {
  std::vector<ProposedFile> files;
  Reasoned<std::vector<std::string>> signals;
  std::vector<std::string> possible_signals;  ///< from which they were chosen
  std::string transpose;                      ///< why; empty: they are bins x channels
  std::optional<Reasoned<double>> bin;        ///< nothing: rows are bins
  std::optional<Reasoned<std::string>> neurons;
  std::optional<Reasoned<std::string>> filled;  ///< the array of the signals that has holes
  std::optional<Reasoned<std::vector<Segment>>> epochs;  ///< nothing: all bins
  std::vector<std::string> labels;  ///< continuous; with `bin` they are brought onto it
  std::optional<Reasoned<std::vector<std::string>>> angles;
  std::optional<Reasoned<std::string>> trials;
  std::vector<Reasoned<std::string>> select;   ///< all of which hold; empty: all bins
  std::optional<Reasoned<std::string>> label;  ///< one of these; nothing: there is none
  TrainingPlan plan;

  /// `[data]` of the config.
  RecordingConfig data() const;
  /// How many bins last so many seconds; without `bin` the second number. At most the longest
  /// offset of the plan.
  std::int64_t bins_in(double seconds, std::int64_t otherwise) const;
  /// The conditions joined, and the reasons.
  Reasoned<std::string> selected() const;
};

/// Looks into the files. Throws Error where nothing in them can be the signals, or what is wished
/// is not there.
Proposal propose(const Wishes& wishes, Registry& registry);

/// The config that it is, each choice with its reason beside it.
std::string config_text(const Proposal& proposal);

}  // namespace facet
