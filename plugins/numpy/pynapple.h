#pragma once

#include <string>

#include "facet/reader.h"

namespace facet {

/// What pynapple saved in an npz, by the name of its file, `spikes` of `spikes.npz`: a Ts or
/// TsGroup as events, Tsd and TsdFrame as samples (with their times, `speed.t`), an IntervalSet as
/// intervals; `spikes.support`, the time in which it was recorded, as intervals. What is known of
/// units and intervals is `spikes.region`, where it is no pickle. Any other npz stays as it is.
/// pynapple's files say in `type` what they hold; where that cannot be read, their members tell.
FileArrays with_pynapple_objects(FileArrays arrays, const std::string& path);

}  // namespace facet
