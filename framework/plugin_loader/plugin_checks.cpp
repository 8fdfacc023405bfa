#include "framework/plugin_loader/plugin_checks.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/checksum.h"
#include "framework/plugin_loader/components_file.h"
#include "framework/plugin_loader/file_trust.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

void must_be_empty(const std::string& reason) {
  if (!reason.empty()) throw Error(reason);
}

[[noreturn]] void not_checked_without(const std::string& check) {
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

std::string folder_of(const InspectedPlugin& plugin) {
  return fs::path(plugin.file->real_path()).parent_path();
}

struct ::stat folder_status(const InspectedPlugin& plugin) {
  struct stat status {};
  if (::stat(folder_of(plugin).c_str(), &status) != 0)
    throw Error("its folder is gone: " + folder_of(plugin));
  return status;
}

void check_owner(InspectedPlugin& plugin) {
  must_be_empty(untrusted_owner("the file", plugin.file->status()));
  must_be_empty(untrusted_owner("its folder", folder_status(plugin)));
}

void check_permissions(InspectedPlugin& plugin) {
  must_be_empty(untrusted_permissions("the file", plugin.file->real_path(), plugin.file->status()));
  must_be_empty(untrusted_permissions("its folder", folder_of(plugin), folder_status(plugin)));
}

void read_elf(InspectedPlugin& plugin) {
  plugin.elf = std::make_shared<ElfFile>(plugin.file->descriptor());
}

void read_note(InspectedPlugin& plugin) {
  plugin.note = read_plugin_note(elf_of(plugin));
  const std::string name = fs::path(plugin.file->path()).stem();
  if (plugin.note->plugin != name)
    throw Error("it was built as the plugin '" + plugin.note->plugin + "', but its file is named " +
                name + ".so");
}

void check_build(InspectedPlugin& plugin) {
  if (!plugin.note) not_checked_without("note");
  must_be_empty(build_mismatch(*plugin.note));
}

/// TORCH_LIBRARY registers from a static initialiser; a second library with the same namespace
/// would end the process there, where no loader can catch it.
void check_operators(InspectedPlugin& plugin) {
  const auto symbols = elf_of(plugin).undefined_symbols();
  const bool registers = std::any_of(symbols.begin(), symbols.end(), [](const std::string& symbol) {
    return symbol.starts_with("_ZN5torch7Library") ||                 // torch::Library
           symbol.starts_with("_ZN5torch6detail16TorchLibraryInit");  // torch::detail::...
  });
  if (registers)
    throw Error("it registers operators with libtorch (TORCH_LIBRARY), which a plugin must not");
}

void read_components(InspectedPlugin& plugin) {
  plugin.components = read_components_file(plugin.file->path());
}

}  // namespace

const std::vector<PluginCheck>& plugin_checks() {
  static const std::vector<PluginCheck> checks = {
      {"checksum", "all of the file can be read", take_checksum},
      {"owner", "the file and its folder belong to root or to you", check_owner},
      {"permissions", "nobody else can write to the file or its folder", check_permissions},
      {"elf", "it is a whole shared library for this processor", read_elf},
      {"note", "it has Facet's note, which agrees with the name of the file", read_note},
      {"build", "it was built for this host's sdk, libtorch and C++ ABI, or its C interface",
       check_build},
      {"operators", "it registers no operators with libtorch", check_operators},
      {"components", "its components.json says what it offers", read_components}};
  return checks;
}

InspectedPlugin inspect_library(const std::string& path) {
  InspectedPlugin plugin;
  plugin.file = std::make_shared<PluginFile>(path);
  for (const PluginCheck& check : plugin_checks())
    if (check.check != read_components) check.check(plugin);
  return plugin;
}

InspectedPlugin inspect_plugin(const std::string& path) {
  InspectedPlugin plugin = inspect_library(path);
  read_components(plugin);
  return plugin;
}

}  // namespace facet
