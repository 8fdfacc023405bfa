#include <algorithm>
#include <iostream>
#include <tuple>

#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "facet/kinds.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/registry/components_json.h"
#include "options_table.h"
#include "usage.h"

namespace facet {

namespace {

std::string usage() {
  TableRows kinds;
  for (const ComponentKind& kind : component_kinds()) kinds.push_back({kind.name, kind.summary});
  return "usage: facet components [KIND [NAME]] [--json]\n"
         "Lists what the plugins offer; with a NAME, its options. The kinds are:\n" +
         text_table(kinds, all_columns, "  ");
}

std::vector<OfferedComponent> offers(const Registry& registry, const std::string& kind) {
  std::vector<OfferedComponent> found;
  for (const PluginInfo* plugin : registry.plugins()) {
    for (const ComponentInfo& component : plugin->components)
      if (kind.empty() || component.kind == kind) found.push_back({plugin, &component});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const OfferedComponent& a, const OfferedComponent& b) {
                     return std::tie(a.component->kind, a.component->name) <
                            std::tie(b.component->kind, b.component->name);
                   });
  return found;
}

void add_options(TableRows& rows, const std::vector<OptionInfo>& options, const std::string& key) {
  for (const OptionInfo& option : options) {
    const std::string name = join_key(key, option.name);
    const std::string type = option.kind.empty()
                                 ? to_string(option.type)
                                 : to_string(option.type) + " (" + option.kind + ")";
    rows.push_back({name, type, default_text(option), describe_bounds(option), meaning(option)});
    add_options(rows, option.members, name);
  }
}

void write_component(const OfferedComponent& offer) {
  const ComponentInfo& component = *offer.component;
  const Documentation& documentation = component.documentation;
  TableRows facts = {
      {"kind", component.kind + (component.form.empty() ? "" : ", " + component.form) +
                   (component.is_default ? ", the default" : "")},
      {"plugin", offer.plugin->name + " " + offer.plugin->version}};
  for (const auto& [name, text] :
       {std::pair("formula", documentation.formula), std::pair("shapes", documentation.shapes),
        std::pair("units", documentation.units), std::pair("source", documentation.source)})
    if (!text.empty()) facts.push_back({name, text});
  std::cout << component.name << ": " << component.summary << '\n';
  std::cout << text_table(facts, all_columns, "  ");
  if (component.options.empty()) return;
  TableRows options = {{"option", "type", "default", "allowed", "meaning"}};
  add_options(options, component.options, "");
  std::cout << '\n';
  std::cout << text_table(options, all_columns, "  ");
}

void write_list(const std::vector<OfferedComponent>& found) {
  std::string kind;
  TableRows rows;
  const auto flush = [&] {
    if (!rows.empty()) std::cout << kind << '\n';
    std::cout << text_table(rows, all_columns, "  ");
    rows.clear();
  };
  for (const OfferedComponent& offer : found) {
    if (offer.component->kind != kind) flush();
    kind = offer.component->kind;
    rows.push_back({offer.component->name, offer.plugin->name, offer.component->summary});
  }
  flush();
}

void check_kind(const std::string& kind) {
  std::vector<std::string> names;
  for (const ComponentKind& known : component_kinds()) names.push_back(known.name);
  if (std::find(names.begin(), names.end(), kind) == names.end())
    wrong_usage("unknown kind '" + kind + "'; there are: " + join(names));
}

const ComponentInfo& find(const Registry& registry, const std::string& kind,
                          const std::string& name) {
  try {
    return registry.find(kind, name);
  } catch (const Error& error) {
    wrong_usage(error.what());
  }
}

}  // namespace

int components_command(const std::vector<std::string>& arguments) {
  if (asks_for_help(arguments)) {
    std::cout << usage() << '\n';
    return exit_done;
  }
  std::vector<std::string> names = arguments;
  const bool json = std::erase(names, "--json") > 0;
  const bool unknown_option = std::any_of(
      names.begin(), names.end(), [](const std::string& name) { return name.starts_with("-"); });
  if (names.size() > 2 || unknown_option) wrong_usage(usage());

  const auto registry = open_registry();
  if (!names.empty()) check_kind(names[0]);
  std::vector<OfferedComponent> found = offers(*registry, names.empty() ? "" : names[0]);
  if (names.size() == 2) {
    const ComponentInfo& component = find(*registry, names[0], names[1]);
    std::erase_if(found,
                  [&](const OfferedComponent& offer) { return offer.component != &component; });
  }
  if (json)
    std::cout << to_json(found);
  else if (names.size() == 2)
    write_component(found.front());
  else
    write_list(found);
  return 0;
}

}  // namespace facet
