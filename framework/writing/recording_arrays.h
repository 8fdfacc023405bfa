#pragma once

#include "facet/export.h"
#include "facet/file_array.h"
#include "facet/recording.h"

namespace facet {

/// A recording as arrays, of which the same recording can be made: `neural` (T x C float32), its
/// labels under their names, what is known of its channels, and `segment`, the number of the
/// segment that a bin is in, -1 for one that is not used. Read again by
///
///     signals = "neural", select = "in segment", and where segments touch trials = "segment"
///
/// A label that has the name of another of these is called `NAME_label`. Throws Error where that is
/// taken, too.
FACET_API FileArrays arrays_of(const Recording& recording);

}  // namespace facet
