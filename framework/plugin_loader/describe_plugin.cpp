// facet-describe-plugin LIBRARY OUTPUT: loads a plugin that was just built and writes down what it
// offers. A program of its own, so that whatever the plugin does ends with it.

#include <cstdio>
#include <filesystem>

#include "framework/calls/unexpected_end.h"
#include "framework/files/checksum.h"
#include "framework/plugin_loader/components_file.h"
#include "framework/plugin_loader/plugin_library.h"
#include "framework/registry/staged_registrar.h"

namespace {

facet::EntryPoint entry_point(const std::string& library) {
  try {
    const auto file = std::make_shared<facet::PluginFile>(library);
    const facet::ElfFile elf(file->descriptor());
    return facet::plugin_entry_point(file, facet::file_checksum(file->descriptor()),
                                     facet::find_own_libraries(*file, elf));
  } catch (const facet::Error& error) {
    throw facet::Error(library + ": " + error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  facet::tell_of_unexpected_ends();
  if (argc != 3) {
    std::fprintf(stderr, "usage: facet-describe-plugin LIBRARY OUTPUT\n");
    return 2;
  }
  try {
    const std::filesystem::path library = std::filesystem::absolute(argv[1]);
    facet::write_components_file(argv[2],
                                 facet::stage_components(library.stem(), entry_point(library)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "facet-describe-plugin: %s\n", error.what());
    return 1;
  }
  return 0;
}
