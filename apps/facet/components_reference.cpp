#include <algorithm>

#include "facet/kinds.h"
#include "facet/text.h"
#include "options_table.h"
#include "reference.h"

namespace facet {

namespace {

constexpr const char* components_introduction =
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
         fact("formula", code(documentation.formula)) + fact("shapes", documentation.shapes) +
         fact("units", documentation.units) + fact("source", documentation.source) +
         (options.empty() ? "" : "\n" + options);
}

/// Components of a family, in the order of their names.
struct Family {
  std::string details;
  std::vector<const ComponentInfo*> members;
};

/// One summary where all have the same, else a list.
std::string summaries(const Family& family) {
  const auto& members = family.members;
  const bool same = std::all_of(members.begin(), members.end(), [&](const ComponentInfo* member) {
    return member->summary == members[0]->summary;
  });
  if (same) return members[0]->summary + "\n\n";
  std::string list;
  for (const ComponentInfo* member : members)
    list += "- `" + member->name + "`: " + member->summary + "\n";
  return list + "\n";
}

/// All names, or how many where they would not fit a heading.
std::string title(const Family& family) {
  constexpr std::size_t most = 5;
  const auto& members = family.members;
  if (members.size() > most)
    return members[0]->name + " and " + std::to_string(members.size() - 1) + " more";
  std::vector<std::string> names;
  for (const ComponentInfo* member : members) names.push_back(member->name);
  return join(names);
}

std::string section(const Family& family) {
  return heading(3, title(family)) + summaries(family) + family.details;
}

/// The components of one kind, those that differ in name and summary alone told of together.
std::vector<Family> families(const Registry& registry, const std::string& kind) {
  std::vector<Family> found;
  for (const ComponentInfo* component : registry.components(kind)) {
    const std::string about = details(*component, registry.plugin_of(kind, component->name).name);
    const auto same = std::find_if(found.begin(), found.end(),
                                   [&](const Family& family) { return family.details == about; });
    Family& family = same == found.end() ? found.emplace_back(Family{about, {}}) : *same;
    family.members.push_back(component);
  }
  return found;
}

std::string default_line(const Registry& registry, const std::string& kind) {
  for (const ComponentInfo* component : registry.components(kind))
    if (component->is_default) return " The default is `" + component->name + "`.";
  return "";
}

}  // namespace

std::string components_reference(const Registry& registry) {
  std::string text = components_introduction;
  for (const ComponentKind& kind : component_kinds()) {
    const std::vector<Family> members = families(registry, kind.name);
    if (members.empty()) continue;
    text +=
        heading(2, kind.name) + sentence(kind.summary) + default_line(registry, kind.name) + "\n";
    for (const Family& family : members) text += section(family);
  }
  return text;
}

}  // namespace facet
