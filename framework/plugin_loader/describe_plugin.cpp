// facet-describe-plugin LIBRARY OUTPUT: loads a plugin that was just built and writes down what it
// offers. A program of its own, so that whatever the plugin does ends with it.

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_library.h"
#include "framework/registry/component_json.h"
#include "framework/registry/staged_registrar.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: facet-describe-plugin LIBRARY OUTPUT\n");
    return 2;
  }
  try {
    const std::filesystem::path library = std::filesystem::absolute(argv[1]);
    nlohmann::ordered_json components = nlohmann::ordered_json::array();
    for (const facet::ComponentEntry& entry :
         facet::stage_components(library.stem(), facet::plugin_entry_point(library)))
      components.push_back(facet::component_to_json(entry.info));
    const nlohmann::ordered_json description = {{"components", components}};
    facet::write_text(argv[2], description.dump(1) + "\n");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "facet-describe-plugin: %s\n", error.what());
    return 1;
  }
  return 0;
}
