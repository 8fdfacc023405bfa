#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/packs/checked_pack.h"
#include "framework/plugin_loader/own_libraries.h"
#include "framework/plugin_loader/plugin_file.h"
#include "framework/plugin_loader/plugin_note.h"
#include "framework/registry/registry.h"

namespace facet {

/// What the checks find out about a plugin, without running any of its code. Plain data; a part is
/// there when the check of that name has found it.
struct InspectedPlugin {
  std::shared_ptr<const PluginFile> file;
  std::string checksum;
  std::shared_ptr<const CheckedPack> pack;  ///< none: it did not come in one
  std::shared_ptr<const ElfFile> elf;
  std::optional<PluginNote> note;
  std::vector<OwnLibrary> libraries;
  std::vector<ComponentInfo> components;
};

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
