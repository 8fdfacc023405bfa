#pragma once

#include <string>
#include <vector>

#include "framework/plugin_loader/elf_file.h"

namespace facet {

/// Who a plugin is and how it was built, as its note says (sdk/cmake/plugin_note.cpp,
/// FACET_C_PLUGIN in facet/c_interface.h). Plain data.
struct PluginNote {
  std::string plugin;
  std::string version;
  /// What facet/build.h lists, in its order: key and value. Of a plugin of the C interface the
  /// number of that interface alone.
  std::vector<std::pair<std::string, std::string>> build;

  bool is_of_c_interface() const;
};

/// The note of a library. Throws Error, without the path, when it has none.
PluginNote read_plugin_note(const ElfFile& library);

/// Throws BuiltForOtherHost where the plugin's build differs from this host's, with both sides of
/// each difference, joined by semicolons.
void require_same_build(const PluginNote& note);

}  // namespace facet
