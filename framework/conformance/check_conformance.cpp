#include "framework/conformance/check_conformance.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "facet/text.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/conformance/check.h"
#include "framework/conformance/in_child.h"
#include "framework/plugin_loader/entry_points.h"
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

std::vector<ComponentEntry> load_with(const InspectedPlugin& plugin,
                                      const ComponentInfo& component) {
  std::vector<ComponentEntry> entries = load(plugin);
  const auto is_it = [&](const ComponentEntry& entry) {
    return entry.info.kind == component.kind && entry.info.name == component.name;
  };
  if (std::ranges::none_of(entries, is_it)) throw Error("it is announced, and not registered");
  return entries;
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

/// What is missing gets values of the kit's.
void require_options(const std::vector<ComponentInfo>& components, const Table& options) {
  Problems problems;
  for (const ComponentInfo& component : components) {
    std::vector<OptionInfo> known = component.options;
    for (OptionInfo& option : known) option.required = false;
    check_options(known, options, {}, "", problems);
  }
  problems.throw_if_any();
}

/// Makes the checks of one component.
class ComponentTrial {
 public:
  ComponentTrial(const ComponentInfo& component, const Tried& tried, const ConformanceTrial& trial,
                 const std::function<void(const ConformanceOutcome&)>& tell)
      : component_(component), tried_(tried), time_limit_(trial.time_limit), tell_(tell) {}

  /// `why_not`: where it is not to be tried at all.
  void make_all(std::string why_not) {
    const ChildOutcome usable = make(usable_check(), why_not);
    if (!usable.failure.empty()) why_not = "it is not usable";
    int overran = 0;
    for (const Check& check : checks_of(component_)) {
      const bool left_out =
          why_not.empty() && tried_.is_of_c_interface() && check.name == std::string(device_check);
      if (!make(check, left_out ? "the C interface works on the CPU alone" : why_not).in_time &&
          ++overran == most_overrun)
        why_not = "two checks of it did not come back in time";
    }
  }

 private:
  static constexpr int most_overrun = 2;

  ChildOutcome make(const Check& check, const std::string& why_not) {
    ChildOutcome outcome;
    if (why_not.empty())
      outcome = run_in_child(
          [&] {
            const RepeatableOperators repeatable;  // as a training has them
            check.run(tried_);
          },
          time_limit_, check.leaving);
    tell_({component_.kind, component_.name, check.name, check.tried, outcome.failure, why_not});
    return outcome;
  }

  const ComponentInfo& component_;
  const Tried& tried_;
  std::chrono::seconds time_limit_;
  const std::function<void(const ConformanceOutcome&)>& tell_;
};

}  // namespace

void check_conformance(const ConformanceTrial& trial,
                       const std::function<void(const ConformanceOutcome&)>& tell) {
  const InspectedPlugin plugin = require_used(trial.plugin);
  const std::vector<ComponentInfo> components = chosen(plugin, trial.component);
  require_options(components, trial.options);
  const ChildOutcome loaded = run_in_child([&] { require_registered(plugin); }, trial.time_limit);
  tell({"plugin", plugin.note->plugin, "registered",
        "it is loaded, and registers what it was built with", loaded.failure});
  const std::string why_not = loaded.failure.empty() ? "" : "the plugin cannot be loaded";
  for (const ComponentInfo& component : components) {
    const Tried tried(
        component, [&] { return load_with(plugin, component); }, plugin.note->is_of_c_interface(),
        trial.options, trial.sample, trial.num_neurons);
    ComponentTrial(component, tried, trial, tell).make_all(why_not);
  }
}

}  // namespace facet
