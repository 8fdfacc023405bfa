#include "framework/plugin_loader/inspected_plugin.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/checksum.h"

namespace facet {

void not_checked_without(const std::string& check) {
  throw Error("not checked, because the check '" + check + "' did not pass");
}

const ElfFile& elf_of(const InspectedPlugin& plugin) {
  if (!plugin.elf) not_checked_without("elf");
  return *plugin.elf;
}

/// First, so that a change after any of the other checks is seen when the file is loaded.
void take_checksum(InspectedPlugin& plugin) {
  plugin.checksum = file_checksum(plugin.file->descriptor());
}

void read_elf(InspectedPlugin& plugin) {
  plugin.elf = std::make_shared<ElfFile>(plugin.file->descriptor());
}

void read_note(InspectedPlugin& plugin) {
  plugin.note = read_plugin_note(elf_of(plugin));
  const std::string name = std::filesystem::path(plugin.file->path()).stem();
  if (plugin.note->plugin != name)
    throw Error("it was built as the plugin '" + plugin.note->plugin + "', but its file is named " +
                name + ".so");
}

void check_build(InspectedPlugin& plugin) {
  if (!plugin.note) not_checked_without("note");
  require_same_build(*plugin.note);
}

/// TORCH_LIBRARY registers from a static initialiser; a second library with the same namespace
/// would end the process there, where no loader can catch it.
void require_no_operators(const ElfFile& elf) {
  const auto symbols = elf.undefined_symbols();
  const bool registers = std::any_of(symbols.begin(), symbols.end(), [](const std::string& symbol) {
    return symbol.starts_with("_ZN5torch7Library") ||                 // torch::Library
           symbol.starts_with("_ZN5torch6detail16TorchLibraryInit");  // torch::detail::...
  });
  if (registers)
    throw Error("it registers operators with libtorch (TORCH_LIBRARY), which a plugin must not");
}

void check_operators(InspectedPlugin& plugin) {
  require_no_operators(elf_of(plugin));
}

InspectedPlugin inspect_built_library(const std::string& path) {
  InspectedPlugin plugin;
  plugin.file = std::make_shared<PluginFile>(path);
  for (const auto look : {take_checksum, read_elf, read_note, check_build, check_operators})
    look(plugin);
  plugin.libraries = find_own_libraries(*plugin.file, *plugin.elf);
  return plugin;
}

}  // namespace facet
