#pragma once

#include <vector>

#include "facet/export.h"
#include "facet/recording.h"
#include "framework/data/data_config.h"

namespace facet {

/// What is trained on and what is held out. The two share no bin, so no window lies in both.
struct Split {
  std::vector<Segment> training;
  std::vector<Segment> held_out;  ///< empty when nothing is held out
};

/// Holds out what `config.validation_from` or `config.validation` says. A fraction holds out the
/// last bins; where trials are named it begins at the start of the trial that the fraction falls
/// into. Throws Error when nothing would be left to train on, or to hold out.
FACET_API Split split_recording(const Recording& recording, const RecordingConfig& config);

}  // namespace facet
