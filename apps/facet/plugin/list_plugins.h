#pragma once

#include <string>
#include <vector>

#include "framework/registry/registry.h"

namespace facet {

/// `lab 1.2.0, signed by ada@lab.org`, of the pack that a plugin came in; empty where it came in
/// none.
std::string origin_of(const PluginInfo& plugin);

/// `facet plugin list`, without these two words. Returns the exit code.
int list_plugins(const std::vector<std::string>& arguments);

}  // namespace facet
