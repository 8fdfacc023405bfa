#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

// Which arrays are the signals.
namespace facet {

/// Those that `names` says, as `data.signals` has them: `unit_*` are all that begin so. Throws
/// Error for one that is not there.
std::vector<const FileArray*> named_arrays(const FileArrays& arrays,
                                           const std::vector<std::string>& names);

/// Fills in `signals`, `possible_signals` and `transpose`. Throws Error where there are none.
void choose_signals(Proposal& made, const FileArrays& arrays,
                    const std::vector<std::string>& wished);

/// How many there are of the signals that were chosen.
std::int64_t channels_of(const Proposal& made, const FileArrays& arrays);

}  // namespace facet
