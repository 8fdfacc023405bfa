#include <algorithm>

#include "options_table.h"
#include "reference.h"

namespace facet {

namespace {

constexpr const char* introduction =
    "# Components\n\n"
    "<!-- Generated from what the plugins say of themselves (target `reference`); do not edit. "
    "-->\n"
    "\n"
    "What comes with Facet, by kind. `facet components KIND NAME` shows the same for every plugin\n"
    "that is installed.\n";

std::string fact(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "- " + name + ": " + text + "\n";
}

/// All of a component but its name and summary: components that share it are told of together.
std::string details(const ComponentInfo& component, const std::string& plugin) {
  const Documentation& documentation = component.documentation;
  const std::string options = options_table(component.options);
  return fact("plugin", plugin + (component.form.empty() ? "" : "; " + component.form)) +
         fact("formula", documentation.formula) + fact("shapes", documentation.shapes) +
         fact("units", documentation.units) + fact("source", documentation.source) +
         (options.empty() ? "" : "\n" + options);
}

/// Components of a family, in the order of their names.
struct Family {
  std::string details;
  std::vector<const ComponentInfo*> members;
};

std::string section(const Family& family) {
  if (family.members.size() == 1)
    return heading(3, family.members[0]->name) + family.members[0]->summary + "\n\n" +
           family.details;
  std::string names;
  for (const ComponentInfo* member : family.members)
    names += (names.empty() ? "" : ", ") + member->name;
  std::string text = heading(3, names);
  for (const ComponentInfo* member : family.members)
    text += "- `" + member->name + "`: " + member->summary + "\n";
  return text + "\n" + family.details;
}

}  // namespace

std::string components_reference(const Registry& registry) {
  std::string text = introduction, kind;
  std::vector<Family> families;
  const auto finish_kind = [&] {
    for (const Family& family : families) text += section(family);
    families.clear();
  };
  for (const ComponentInfo* component : registry.components()) {
    if (component->kind != kind) {
      finish_kind();
      kind = component->kind;
      text += heading(2, kind);
    }
    const std::string about = details(*component, registry.plugin_of(kind, component->name).name);
    const auto same = std::find_if(families.begin(), families.end(),
                                   [&](const Family& family) { return family.details == about; });
    Family& family = same == families.end() ? families.emplace_back(Family{about, {}}) : *same;
    family.members.push_back(component);
  }
  finish_kind();
  return text;
}

}  // namespace facet
