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

Texts kind_names() {
  Texts names;
  for (const ComponentKind& kind : component_kinds()) names.push_back(kind.name);
  return names;
}

void check_kind(const std::string& kind) {
  const Texts names = kind_names();
  if (std::ranges::find(names, kind) == names.end())
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

int run_components(const Given& given) {
  const std::string kind = given.count("KIND") ? given["KIND"].as<std::string>() : "";
  if (!kind.empty()) check_kind(kind);
  const auto registry = open_registry();
  std::vector<OfferedComponent> found = offers(*registry, kind);
  const bool one = given.count("NAME") > 0;
  if (one) {
    const ComponentInfo& component = find(*registry, kind, given["NAME"].as<std::string>());
    std::erase_if(found,
                  [&](const OfferedComponent& offer) { return offer.component != &component; });
  }
  if (given.count("json"))
    std::cout << to_json(found);
  else if (one)
    write_component(found.front());
  else
    write_list(found);
  return exit_done;
}

}  // namespace

Command components_command() {
  Command command{
      "components", "losses, distributions, models and their options", {"[KIND]", "[NAME]"}};
  command.description = "Lists what the plugins offer; with a NAME, its options. The kinds are " +
                        join(kind_names()) + ".";
  command.choices = {{"KIND", kind_names()}};
  command.examples = {{"facet components criterion", "all losses"},
                      {"facet components distribution time_delta", "one distribution's options"}};
  command.reports = true;
  command.run = run_components;
  return command;
}

}  // namespace facet
