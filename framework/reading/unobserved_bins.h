#pragma once

#include <vector>

#include "facet/file_array.h"
#include "facet/recording.h"
#include "framework/binning/clock.h"

namespace facet {

/// For each unit of `events` the bins of which no part was observed, where the file says when its
/// units were: by intervals of each unit (ragged, `of` the events), or by those of all, an array of
/// intervals with the name of the events and `.support`. Empty where it does not say so. A unit
/// without intervals, or with one that is no number, was observed throughout. Warns where the
/// intervals cannot be read.
std::vector<std::vector<Segment>> unobserved_bins(const FileArray& events, const FileArrays& file,
                                                  const BinClock& bins);

}  // namespace facet
