#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/packs/torchscript_plugin.h"
#include "framework/plugin_loader/own_libraries.h"
#include "framework/plugin_loader/plugin_file.h"
#include "framework/plugin_loader/plugin_note.h"
#include "framework/registry/registry.h"

namespace facet {

struct CheckedPack;

/// What the checks find out about a plugin, without running any of its code. Plain data; a part is
/// there when the check of that name has found it.
struct InspectedPlugin {
  std::shared_ptr<const PluginFile> file;
  std::string checksum;
  std::shared_ptr<const CheckedPack> pack;       ///< none: it did not come in one
  bool was_built_here = false;                   ///< of the sources of its pack
  std::optional<TorchScriptPlugin> torchscript;  ///< what it is, where its file is no library
  std::shared_ptr<const ElfFile> elf;            ///< null for TorchScript
  std::optional<PluginNote> note;                ///< of TorchScript: what would stand there
  std::vector<OwnLibrary> libraries;
  std::vector<ComponentInfo> components;
};

// What is looked at in the file alone. Each throws Error, without the path; those behind the second
// need what it finds.
void take_checksum(InspectedPlugin& plugin);
void read_elf(InspectedPlugin& plugin);
void read_note(InspectedPlugin& plugin);
void check_build(InspectedPlugin& plugin);
void check_operators(InspectedPlugin& plugin);

/// A library that was built just now, and is to be described: its file is looked at, and it has no
/// components.json yet. Throws Error, without the path.
InspectedPlugin inspect_built_library(const std::string& path);

/// Throws Error where the library registers operators with libtorch.
void require_no_operators(const ElfFile& elf);

/// Throws Error: the check of that name did not find what another one needs.
[[noreturn]] void not_checked_without(const std::string& check);
/// Throws so where `elf` did not.
const ElfFile& elf_of(const InspectedPlugin& plugin);

}  // namespace facet
