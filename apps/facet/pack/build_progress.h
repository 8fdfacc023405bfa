#pragma once

#include "framework/shipping/build_watcher.h"

namespace facet {

/// Says on stderr which plugin is built from its sources, why, and how long it took.
BuildWatcher told_builds();

}  // namespace facet
