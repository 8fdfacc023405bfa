#include "stability/component_options.h"

#include <set>

#include "facet/text.h"

namespace facet {

namespace {

using Lines = std::set<std::string>;

std::string description(const OptionInfo& option) {
  std::string text = to_string(option.type);
  if (!option.kind.empty()) text += " of kind " + option.kind;
  if (option.required) text += ", required";
  if (option.default_of_kind) text += ", default that of its kind";
  if (!option.default_value.is_nothing()) text += ", default " + option.default_value.to_string();
  const std::string bounds = describe_bounds(option);
  if (!bounds.empty()) text += ", " + bounds;
  if (option.may_change) text += ", may change";
  return text;
}

void add(const std::vector<OptionInfo>& options, const std::string& whose, Lines& lines) {
  for (const OptionInfo& option : options) {
    const std::string name = whose + "." + option.name;
    lines.insert(name + ": " + description(option));
    add(option.members, name, lines);
  }
}

}  // namespace

std::vector<std::string> component_options(const Registry& registry) {
  Lines lines;
  for (const PluginInfo* plugin : registry.plugins())
    for (const ComponentInfo& component : plugin->components) {
      const std::string name = component.kind + " " + plugin->name + "/" + component.name;
      lines.insert(name + (component.form.empty() ? "" : ", " + component.form) +
                   (component.is_default ? ", default of its kind" : ""));
      add(component.options, name, lines);
    }
  return {lines.begin(), lines.end()};
}

}  // namespace facet
