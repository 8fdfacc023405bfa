#pragma once

#include "framework/reading/arranged_arrays.h"

namespace facet {

/// Whether the signals are trials x time x channels, or a matrix time x channels for each trial.
bool are_trials(const FileArrays& file, const RecordingConfig& config);

/// Such signals one trial after the other, bins x channels (`transpose`: they are channels x time x
/// trials in the file), and the label `trial_of_bin`. Arrays with a row for each trial follow: one
/// value a trial is that of all its bins, trials x time (x d) are laid out as the signals are; an
/// array of one trial's time is that of each. Throws OptionsError under `key.signals` where there
/// are other arrays of signals, too.
ArrangedArrays trials_in_a_row(const FileArrays& file, const RecordingConfig& config,
                               const std::string& key);

}  // namespace facet
