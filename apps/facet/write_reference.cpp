// Writes what is generated from the code: facet_write_reference PLUGINS SOURCES
#include <iostream>

#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "reference.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: facet_write_reference PLUGINS SOURCES\n";
    return 2;
  }
  try {
    facet::Registry registry;
    facet::find_plugins(registry, {argv[1]});
    for (const auto& [file, text] : facet::generated_files(registry))
      facet::write_text(argv[2] + ("/" + file), text);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
