#pragma once

#include "facet/file_array.h"
#include "framework/binning/clock.h"
#include "framework/data/data_config.h"
#include "framework/reading/binned_array.h"
#include "framework/reading/sample_clock.h"

namespace facet {

/// Samples on the bins, as `config.align` says of them; else text, whole numbers and bool the last
/// one, others their mean where a bin holds one at least, and the line between them where bins are
/// narrower. What no sample reaches is missing: NaN, or no text. `config.angles` are averaged as
/// directions, in radians. Warns of times that run backwards. `clock` is the array's.
BinnedArray samples_on_bins(const FileArray& array, const SampleClock& clock,
                            const RecordingConfig& config, const BinClock& bins);

}  // namespace facet
