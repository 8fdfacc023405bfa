#pragma once

#include "facet/file_array.h"
#include "framework/binning/clock.h"
#include "framework/data/data_config.h"
#include "framework/reading/binned_array.h"
#include "framework/reading/sample_clock.h"

namespace facet {

enum class SamplesAre { signals, label };

/// Samples on the bins, as `config.align` says of them; else of classes (text, and labels of whole
/// numbers or bool) the last one, of numbers their mean where a bin holds one at least, and the
/// line between them where bins are narrower. What no sample reaches is missing: NaN, or no text.
/// `config.angles` are averaged as directions, in radians. Warns of times that run backwards.
/// `clock` is the array's. Throws Error where no bin has a value.
BinnedArray samples_on_bins(const FileArray& array, SamplesAre are, const SampleClock& clock,
                            const RecordingConfig& config, const BinClock& bins);

}  // namespace facet
