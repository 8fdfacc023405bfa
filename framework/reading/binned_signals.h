#pragma once

#include <string>
#include <vector>

#include "facet/file_array.h"
#include "framework/binning/clock.h"
#include "framework/data/data_config.h"
#include "framework/data/unobserved.h"
#include "framework/reading/sample_clock.h"

namespace facet {

/// The arrays of signals of a recording with `bin`: trains of events, a unit each, and samples.
class TimedSignals {
 public:
  /// Reads the events. `config` is to outlive it. Throws Error where an array is neither, or has no
  /// clock.
  TimedSignals(const FileArrays& file, const RecordingConfig& config);

  /// The bins that `config` asks for; where it leaves start or stop out, those of the signals: from
  /// the multiple of the width before the first event to the one behind the last, or the time that
  /// all samples share.
  BinClock bins() const;

  /// On the bins: of events their counts T x units float32 (smoothed, as rates), of samples T x d
  /// float64. Adds a line for each to `decisions`.
  FileArrays on(const BinClock& bins, std::vector<std::string>& decisions) const;

  /// Of the events in `file` whose arrays say when they were observed.
  Unobserved unobserved(const FileArrays& file, const BinClock& bins) const;

  bool contains(const std::string& name) const;

 private:
  struct Events {
    FileArray array;
    RaggedValues times;
  };
  struct Samples {
    FileArray array;
    SampleClock clock;
  };

  std::pair<double, double> span() const;
  FileArray counts(const Events& events, const BinClock& bins,
                   std::vector<std::string>& decisions) const;

  const RecordingConfig& config_;
  std::vector<Events> events_;
  std::vector<Samples> samples_;
};

}  // namespace facet
