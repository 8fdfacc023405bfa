#pragma once

#include "facet/reader.h"

namespace facet {

/// Of a Ts or TsGroup that pynapple saved the times and the units that they are of are unreadable:
/// neither has a row for each bin. Tsd, TsdFrame and IntervalSet, and any other npz, stay as they
/// are. That an object is one is seen by its members: the text in `type` cannot be read yet.
FileArrays without_pynapple_events(FileArrays arrays);

}  // namespace facet
