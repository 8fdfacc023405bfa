// Writes what is generated from the code: facet_write_reference PLUGINS SOURCES
#include <iostream>

#include "completion_script.h"
#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "reference.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: facet_write_reference PLUGINS SOURCES\n";
    return 2;
  }
  try {
    const std::string sources = argv[2], pages = sources + "/docs/reference";
    facet::Registry registry;
    facet::find_plugins(registry, {argv[1]});
    facet::write_text(pages + "/configuration.md", facet::configuration_reference(registry));
    facet::write_text(pages + "/components.md", facet::components_reference(registry));
    facet::write_text(sources + "/apps/launcher/completion.bash", facet::completion_script());
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
