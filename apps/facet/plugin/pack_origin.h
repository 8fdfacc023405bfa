#pragma once

#include <string>

#include "framework/registry/registry.h"

namespace facet {

/// `lab 1.2.0, signed by ada@lab.org`, of the pack that a plugin came in; empty where it came in
/// none.
std::string origin_of(const PluginInfo& plugin);

}  // namespace facet
