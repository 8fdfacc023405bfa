#include "framework/registry/component_difference.h"

#include <algorithm>

namespace facet {

namespace {

std::string full_name(const ComponentInfo& info) {
  return "the " + info.kind + " '" + info.name + "'";
}

bool same_component(const ComponentInfo& a, const ComponentInfo& b) {
  return a.kind == b.kind && a.name == b.name;
}

const OptionInfo* find_option(const ComponentInfo& component, const std::string& name) {
  for (const OptionInfo& option : component.options)
    if (option.name == name) return &option;
  return nullptr;
}

std::string difference(const ComponentInfo& announced, const ComponentInfo& registered) {
  for (const OptionInfo& option : registered.options) {
    const OptionInfo* other = find_option(announced, option.name);
    if (!other) return "with an option '" + option.name + "', which was not announced";
    if (!(*other == option)) return "with another option '" + option.name + "' than announced";
  }
  for (const OptionInfo& option : announced.options) {
    if (!find_option(registered, option.name))
      return "without the announced option '" + option.name + "'";
  }
  if (announced.form != registered.form)
    return "as '" + registered.form + "', not as '" + announced.form + "' as announced";
  if (announced.is_default != registered.is_default)
    return registered.is_default ? "as the default, which was not announced"
                                 : "not as the default, as announced";
  return "";
}

}  // namespace

std::string component_difference(const std::vector<ComponentInfo>& announced,
                                 const std::vector<ComponentEntry>& registered) {
  for (const ComponentEntry& entry : registered) {
    const auto found =
        std::find_if(announced.begin(), announced.end(),
                     [&](const ComponentInfo& info) { return same_component(info, entry.info); });
    if (found == announced.end())
      return "it registers " + full_name(entry.info) + ", which was not announced";
    const std::string how = difference(*found, entry.info);
    if (!how.empty()) return "it registers " + full_name(entry.info) + " " + how;
  }
  for (const ComponentInfo& info : announced) {
    const bool kept =
        std::any_of(registered.begin(), registered.end(),
                    [&](const ComponentEntry& entry) { return same_component(info, entry.info); });
    if (!kept) return "it does not register " + full_name(info) + ", which was announced";
  }
  return "";
}

}  // namespace facet
