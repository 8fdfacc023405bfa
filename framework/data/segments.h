#pragma once

#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/labels.h"
#include "framework/data/data_config.h"

namespace facet {

/// The segments of a recording: the bins that `config.select` and `config.epochs` keep, cut where
/// they are not neighbours, where `config.trials` changes, and at gaps in `config.time`. All bins
/// are one segment where nothing is asked for. Epochs are bins, or times where `config.time` is
/// named; the end is left out. Throws OptionsError with all that is wrong, under `key.trials`,
/// `key.time`, `key.select` and `key.epochs`, also where no bin remains.
std::vector<Segment> recording_segments(const Labels& labels, const RecordingConfig& config,
                                        const std::string& key = "data");

}  // namespace facet
