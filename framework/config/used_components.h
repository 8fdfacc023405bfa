#pragma once

#include <string>
#include <vector>

#include "facet/value.h"
#include "framework/registry/registry.h"

namespace facet {

/// Gives every component of a resolved config (see write_run_config) its name in full,
/// `plugin/name`, so that it stays the one it is when other plugins are added.
void name_in_full(Table& config, const Registry& registry);

/// A component that a config chooses: the key that chooses it, and its name in full.
struct UsedComponent {
  std::string key;
  std::string name;
};

/// All of a resolved config, in its order. Runs no plugin code.
std::vector<UsedComponent> used_components(Table config, const Registry& registry);

}  // namespace facet
