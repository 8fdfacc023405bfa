#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// The sources of a plugin: where its binary does not fit a host, or the pack has none, it is built
/// from these when the pack is installed.
struct FACET_API PluginSources {
  std::string plugin;
  std::vector<std::string> files;  ///< in C++; their headers lie beside them

  static void describe(OptionsDescription<PluginSources>& options);
  void validate(Problems& problems, const std::string& key) const;
};

/// Whether a file of this name is one that a plugin can be built from.
FACET_API bool is_cxx_source(const std::string& file);

}  // namespace facet
