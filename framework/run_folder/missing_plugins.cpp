#include "framework/run_folder/missing_plugins.h"

#include <algorithm>

#include "framework/run_folder/recorded_plugins.h"

namespace facet {

namespace {

/// Why it is not to be had where it was.
std::string what_became_of(const PluginInfo& plugin, const Registry& registry) {
  if (plugin.path.empty()) return "it was part of the program";
  const auto& refused = registry.refused();
  const auto found = std::find_if(refused.begin(), refused.end(), [&](const RefusedPlugin& other) {
    return other.path == plugin.path;
  });
  if (found != refused.end()) return plugin.path + " is not used: " + found->reason;
  if (plugin.pack)
    return "it came in the pack " + plugin.pack->name + " " + plugin.pack->version +
           ": install that (facet pack install)";
  return "it was " + plugin.path + "; name its folder in FACET_PLUGIN_PATH";
}

}  // namespace

void throw_with_missing_plugins(const OptionsError& error, const RunFolder& folder,
                                const Registry& registry) {
  std::vector<Problem> problems = error.problems();
  for (const PluginInfo& plugin : recorded_plugins(folder))
    if (!registry.knows_plugin(plugin.name))
      problems.push_back({{folder.record(), 0, 0},
                          "",
                          "plugin '" + plugin.name + "' " + plugin.version +
                              " made the run and is missing: " + what_became_of(plugin, registry)});
  throw OptionsError(std::move(problems));
}

}  // namespace facet
