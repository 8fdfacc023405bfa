#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/plugin_loader/plugin_file.h"
#include "framework/plugin_loader/plugin_note.h"
#include "framework/registry/registry.h"

namespace facet {

/// What the checks find out about a plugin, without running any of its code. Plain data; each part is
/// there when the check of that name got to it.
struct InspectedPlugin {
  std::shared_ptr<const PluginFile> file;
  std::string checksum;
  std::shared_ptr<const ElfFile> elf;
  std::optional<PluginNote> note;
  std::vector<ComponentInfo> components;
};

/// One of the reasons for which a plugin may be refused.
struct PluginCheck {
  const char* name;
  const char* what;                  ///< what a plugin must be to pass
  void (*check)(InspectedPlugin&);  ///< throws Error, without the path, when it does not pass
};

/// All checks, in the order in which they are made.
const std::vector<PluginCheck>& plugin_checks();

/// A plugin that passed all of them. Throws the Error of the first that it does not pass, or when the
/// file cannot be opened; both without the path.
InspectedPlugin inspect_plugin(const std::string& path);

}  // namespace facet
