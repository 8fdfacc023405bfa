// Writes the generated pages of the docs: facet_write_reference PLUGINS FOLDER
#include <iostream>

#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "reference.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: facet_write_reference PLUGINS FOLDER\n";
    return 2;
  }
  try {
    const std::string folder = argv[2];
    facet::Registry registry;
    facet::find_plugins(registry, {argv[1]});
    facet::write_text(folder + "/configuration.md", facet::configuration_reference(registry));
    facet::write_text(folder + "/components.md", facet::components_reference(registry));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
