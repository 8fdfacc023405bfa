#pragma once

#include <memory>
#include <string>
#include <vector>

#include "framework/plugin_loader/elf_file.h"
#include "framework/plugin_loader/plugin_file.h"

namespace facet {

/// A shared library that a plugin brings along, in the folder lib/ beside it.
struct OwnLibrary {
  std::string name;  ///< under which it is needed: that of its file, and its SONAME
  std::shared_ptr<const PluginFile> file;
  std::string checksum;
  std::shared_ptr<const ElfFile> elf;
};

/// Those of lib/ that the plugin needs, and that these need: each once, behind those that it needs
/// itself. Runs none of their code. Throws Error, without the path of the plugin, for one that is
/// no whole library, or whose SONAME is not the name of its file: the dynamic linker would not find
/// it.
std::vector<OwnLibrary> find_own_libraries(const PluginFile& plugin, const ElfFile& elf);

}  // namespace facet
