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

/// Holds out what `config.validation_from` or `config.validation` says, before what is the test
/// part by `config.test_from` or `config.test`. A fraction is that of the last bins; where trials
/// are named it begins at the start of the trial that it falls into. Throws Error when nothing
/// would be left to train on, to hold out or to test on.
FACET_API Split split_recording(const Recording& recording, const RecordingConfig& config);

/// From now on the test part is what is held out, in the place of validation, whose bins are left
/// out. Throws Error that names the recording which has no such part.
FACET_API void hold_out_test(DataConfig& config);

}  // namespace facet
