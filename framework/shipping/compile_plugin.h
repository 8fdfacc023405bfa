#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// What a plugin is compiled from. Plain data.
struct PluginSource {
  std::string folder;              ///< in which the files are; empty: where the process is
  std::vector<std::string> files;  ///< as paths within it, which is how messages name them
  std::string name, version;       ///< of the plugin
};

/// Compiles the plugin, as the host was built and as facet_add_plugin would, and writes down what
/// it offers: NAME.so and NAME.components.json in `into`, for their owner alone to change. Each is
/// done in a process of its own, with the user's rights; what these say goes to stderr. The same
/// files give the same library, wherever they lie. Throws Error where the compiler is not there, or
/// fails.
FACET_API void compile_plugin(const PluginSource& source, const std::string& into);

}  // namespace facet
