#pragma once

namespace facet {

/// Labels that no file has; a recording is given them when it is read, and its embedding keeps
/// them.

/// Of a recording with `bin`: when its bins are, their centres in seconds.
inline constexpr const char* bin_time = "bin_time";
/// Of signals that are trials x time x channels: the number of the trial. Its changes are borders.
inline constexpr const char* trial_of_bin = "trial_of_bin";

}  // namespace facet
