#pragma once

#include <hdf5.h>

#include <cstdint>
#include <string>
#include <vector>

#include "../dataset.h"

namespace facet::hdf5::sleap {

/// What each axis of a dataset is: `track`, `xy`, `node`, `frame`.
using Axes = std::vector<std::string>;

/// As the attribute `dims` lists them, or where there is none as those of its lengths that SLEAP
/// writes: `tracks` with nodes and tracks as many as there are names. Throws Error where neither
/// tells them.
Axes axes_of(const Dataset& tracks, std::int64_t num_tracks, std::int64_t num_nodes);

/// The same without the axis of x and y.
Axes axes_of_scores(const Dataset& scores, Axes of_tracks);

std::int64_t place_of(const Axes& axes, const std::string& axis);

}  // namespace facet::hdf5::sleap
