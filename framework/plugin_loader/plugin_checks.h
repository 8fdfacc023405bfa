#pragma once

#include <string>
#include <vector>

#include "framework/plugin_loader/inspected_plugin.h"

namespace facet {

/// One of the reasons for which a plugin may be refused.
struct PluginCheck {
  const char* name;
  const char* what;                 ///< what is so of a plugin that passes
  void (*check)(InspectedPlugin&);  ///< throws Error, without the path, when it does not pass
};

/// All checks, in the order in which they are made.
const std::vector<PluginCheck>& plugin_checks();

/// A plugin that passed all of them. Throws Error, without the path, when the file cannot be
/// opened, and that of the first check that it does not pass.
InspectedPlugin inspect_plugin(const std::string& path);

}  // namespace facet
