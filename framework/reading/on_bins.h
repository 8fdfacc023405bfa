#pragma once

#include <string>
#include <vector>

#include "framework/reading/arranged_arrays.h"

namespace facet {

/// The arrays of a recording with `bin`, brought onto its bins: signals, the labels that `config`
/// or `asked` name, and `bin_time`, the centres of the bins in seconds, by which the recording is
/// timed then. Intervals become the number of the interval that a bin's centre is in (-1: none),
/// their columns labels. Arrays that tell of the units of the signals stay as they are, under their
/// short names, too, where `neurons` names these. All others are unreadable and say why. Throws
/// OptionsError with all that is wrong, under `key`.
ArrangedArrays on_bins(const FileArrays& file, const RecordingConfig& config,
                       const std::string& key, const std::vector<std::string>& asked);

}  // namespace facet
