#include "framework/conformance/check_conformance.h"

#include <filesystem>
#include <memory>

#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/in_child.h"
#include "framework/plugin_loader/c_plugins.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/registry/component_difference.h"
#include "framework/registry/staged_registrar.h"

namespace facet {

namespace {

InspectedPlugin require_used(const std::string& file) {
  try {
    return inspect_plugin(std::filesystem::absolute(file));
  } catch (const Error& error) {
    throw Error(file + " would not be used: " + error.what());
  }
}

std::vector<ComponentEntry> load(const InspectedPlugin& plugin) {
  return stage_components(plugin.note->plugin, entry_point_of(plugin));
}

ComponentEntry load_one(const InspectedPlugin& plugin, const ComponentInfo& component) {
  for (ComponentEntry& entry : load(plugin))
    if (entry.info.kind == component.kind && entry.info.name == component.name) return entry;
  throw Error("it is announced, and not registered");
}

void require_registered(const InspectedPlugin& plugin) {
  const std::string difference = component_difference(plugin.components, load(plugin));
  if (!difference.empty()) throw Error(difference);
}

std::vector<ComponentInfo> chosen(const InspectedPlugin& plugin, const std::string& name) {
  std::vector<ComponentInfo> components;
  std::vector<std::string> names;
  for (const ComponentInfo& component : plugin.components) {
    names.push_back(component.name);
    if (name.empty() || component.name == name) components.push_back(component);
  }
  if (components.empty())
    throw Error("the plugin '" + plugin.note->plugin + "' has no component '" + name + "'" +
                did_you_mean(name, names));
  return components;
}

}  // namespace

void check_conformance(const ConformanceTrial& trial,
                       const std::function<void(const ConformanceOutcome&)>& tell) {
  const InspectedPlugin plugin = require_used(trial.plugin);
  const std::vector<ComponentInfo> components = chosen(plugin, trial.component);
  tell({"plugin", plugin.note->plugin, "registered",
        "it is loaded, and registers what it was built with",
        failure_in_child([&] { require_registered(plugin); }, trial.time_limit)});
  for (const ComponentInfo& component : components) {
    const Tried tried(
        component, [&] { return load_one(plugin, component); }, trial.options, trial.sample);
    for (const Check& check : checks_of(component))
      tell({component.kind, component.name, check.name, check.tried,
            failure_in_child([&] { check.run(tried); }, trial.time_limit)});
  }
}

}  // namespace facet
