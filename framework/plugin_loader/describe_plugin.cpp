// facet-describe-plugin LIBRARY OUTPUT: checks and loads a plugin that was just built and writes
// down what it offers. A program of its own, so that whatever the plugin does ends with it.

#include <cstdio>
#include <filesystem>

#include "framework/calls/unexpected_end.h"
#include "framework/plugin_loader/plugin_description.h"

int main(int argc, char** argv) {
  constexpr std::chrono::seconds time_limit(60);  // a build must not wait for ever
  facet::tell_of_unexpected_ends();
  if (argc != 3) {
    std::fprintf(stderr, "usage: facet-describe-plugin LIBRARY OUTPUT\n");
    return 2;
  }
  try {
    facet::write_plugin_description(std::filesystem::absolute(argv[1]), argv[2], time_limit);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "facet-describe-plugin: %s\n", error.what());
    return 1;
  }
  return 0;
}
