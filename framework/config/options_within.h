#pragma once

#include <vector>

#include "facet/option_info.h"
#include "facet/value.h"
#include "framework/registry/registry.h"

namespace facet {

/// What `table`, a value of `option` in a resolved config (see write_run_config), may have: the
/// members of a table; of a component the engine's keys and then its own options.
std::vector<OptionInfo> options_within(const OptionInfo& option, const Table& table,
                                       const Registry& registry);

}  // namespace facet
