#pragma once

#include <string>
#include <vector>

#include "framework/registry/registry.h"

namespace facet {

/// Checks the components that stand as values in `checked`, a table that check_options returned
/// for `options`, and replaces each with the table of its name and all its options; those that are
/// left out with the default of their kind, where the option says so. Runs no plugin code.
void resolve_components(const Registry& registry, const std::vector<OptionInfo>& options,
                        Table& checked, const std::string& key, Problems& problems);

}  // namespace facet
