// facet-describe-plugin LIBRARY OUTPUT: checks and loads a plugin that was just built and writes
// down what it offers. A program of its own, so that whatever the plugin does ends with it.

#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "framework/calls/unexpected_end.h"
#include "framework/plugin_loader/components_file.h"
#include "framework/plugin_loader/entry_points.h"
#include "framework/registry/staged_registrar.h"

namespace {

facet::InspectedPlugin inspect(const std::string& library) {
  try {
    return facet::inspect_built_library(library);
  } catch (const facet::Error& error) {
    throw facet::Error(library + ": " + error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  constexpr unsigned time_limit = 60;  // seconds; a build must not wait for ever
  facet::tell_of_unexpected_ends();
  ::alarm(time_limit);
  if (argc != 3) {
    std::fprintf(stderr, "usage: facet-describe-plugin LIBRARY OUTPUT\n");
    return 2;
  }
  try {
    const facet::InspectedPlugin plugin = inspect(std::filesystem::absolute(argv[1]));
    facet::write_components_file(
        argv[2], facet::stage_components(plugin.note->plugin, facet::entry_point_of(plugin)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "facet-describe-plugin: %s\n", error.what());
    return 1;
  }
  return 0;
}
