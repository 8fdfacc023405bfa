#pragma once

#include "facet/value.h"
#include "framework/registry/registry.h"

namespace facet {

/// The config of a run that is resumed, as it was `saved`, but for the options that say of
/// themselves that they may change: these are as they are `now`. Both are resolved (see
/// write_run_config).
Table with_allowed_changes(Table saved, const Table& now, const Registry& registry);

}  // namespace facet
