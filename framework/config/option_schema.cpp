#include "framework/config/option_schema.h"

#include <algorithm>
#include <cmath>

#include "facet/options.h"
#include "framework/registry/component_json.h"

namespace facet {

namespace {

using Json = nlohmann::ordered_json;
using Components = std::vector<const ComponentInfo*>;

Json any_of(std::vector<Json> alternatives) {
  return {{"anyOf", std::move(alternatives)}};
}

Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

Json number(const char* type, const OptionInfo& option) {
  Json json = {{"type", type}};
  if (option.lower) json[option.lower_open ? "exclusiveMinimum" : "minimum"] = *option.lower;
  if (option.upper) json[option.upper_open ? "exclusiveMaximum" : "maximum"] = *option.upper;
  return json;
}

Json text(const OptionInfo& option) {
  Json json = {{"type", "string"}};
  if (!option.choices.empty()) json["enum"] = option.choices;
  return json;
}

Json integer(const OptionInfo& option) {
  Json json = number("integer", option);
  return option.choices.empty() ? json : any_of({json, text(option)});
}

/// A condition, or indices and ranges.
Json selection() {
  const Json index = {{"type", "number"}};
  Json range = list_of(index);
  range["minItems"] = range["maxItems"] = 2;
  Json list = list_of(any_of({index, range}));
  list["minItems"] = 1;
  return any_of({{{"type", "string"}, {"minLength", 1}}, list});
}

bool is_finite(const Value& value) {
  return !value.is_number() || std::isfinite(value.number());
}

/// Those of the same options, which differ in name and summary alone; the default by itself.
std::vector<Components> families(const Components& all, const std::string& default_name) {
  std::vector<Components> found;
  for (const ComponentInfo* component : all) {
    const auto related = [&](const Components& family) {
      return family[0]->options == component->options && family[0]->name != default_name &&
             component->name != default_name;
    };
    const auto family = std::ranges::find_if(found, related);
    if (family == found.end())
      found.push_back({component});
    else
      family->push_back(component);
  }
  return found;
}

}  // namespace

template <class Make>
Json OptionSchemas::defined(const std::string& name, const Make& make) {
  if (!definitions_.contains(name)) {
    definitions_[name] = nullptr;  // what refers to itself is being made
    const Json made = make();
    definitions_[name] = made;
  }
  return {{"$ref", "#/definitions/" + name}};
}

Json OptionSchemas::of(const OptionInfo& option) {
  Json json = of_type(option);
  // Beside a reference nothing counts.
  if (json.contains("$ref")) json = {{"allOf", Json::array({json})}};
  json["description"] = option.doc;
  if (const Value& value = option.default_value; !value.is_nothing() && is_finite(value))
    json["default"] = value_to_json(value);
  return json;
}

Json OptionSchemas::of_table(const std::vector<OptionInfo>& options) {
  Json json = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
  for (const OptionInfo& option : options) {
    json["properties"][option.name] = of(option);
    if (option.required) json["required"].push_back(option.name);
  }
  return json;
}

Json OptionSchemas::of_type(const OptionInfo& option) {
  switch (option.type) {
    case OptionType::boolean: return {{"type", "boolean"}};
    case OptionType::integer: return integer(option);
    case OptionType::number: return number("number", option);
    case OptionType::text: return text(option);
    case OptionType::path: return {{"type", "string"}, {"minLength", 1}};
    case OptionType::integers: return list_of(integer(option));
    case OptionType::numbers:
      return any_of({number("number", option), list_of(number("number", option))});
    case OptionType::texts: return any_of({text(option), list_of(text(option))});
    case OptionType::component: return of_component(option);
    case OptionType::components: return list_of(of_component(option));
    case OptionType::label: return defined("label", [&] { return of_label(); });
    case OptionType::selection: return defined("selection", selection);
    case OptionType::table: return of_table(option.members);
    case OptionType::tables: return list_of(of_table(option.members));
  }
  return {};
}

Json OptionSchemas::of_label() {
  const Json one =
      any_of({{{"type", "string"}}, of_table(OptionsDescription<LabelTerm>().infos())});
  Json list = list_of(one);
  list["minItems"] = 1;
  return any_of({one, list});
}

std::string OptionSchemas::default_name(const OptionInfo& option) const {
  if (option.default_of_kind) return registry_.default_of(option.kind);
  const Value& value = option.default_value;
  const Value* name = value.is_table() ? value.table().find("name") : nullptr;
  return name ? name->text() : "";
}

/// A name by itself or, where several plugins may offer it, `plugin/name`.
Json OptionSchemas::component_names(const Components& components) const {
  std::vector<std::string> names;
  std::string in_full;
  for (const PluginInfo* plugin : registry_.plugins())
    for (const ComponentInfo& own : plugin->components)
      if (std::ranges::find(components, &own) != components.end()) {
        names.push_back(own.name);
        in_full += (in_full.empty() ? "" : "|") + plugin->name + "/" + own.name;
      }
  return any_of({{{"enum", names}}, {{"type", "string"}, {"pattern", "^(" + in_full + ")$"}}});
}

Json OptionSchemas::component_tables(const OptionInfo& option, const std::string& default_name) {
  std::vector<Json> tables;
  for (const Components& family : families(registry_.components(option.kind), default_name)) {
    std::vector<OptionInfo> keys = option.members;
    keys.insert(keys.end(), family[0]->options.begin(), family[0]->options.end());
    Json table = of_table(keys);
    Json properties = {{"name", component_names(family)}};
    properties["name"]["description"] =
        family.size() == 1 ? family[0]->summary : "which " + option.kind;
    properties.update(table["properties"]);
    table["properties"] = properties;
    if (family[0]->name != default_name) table["required"].push_back("name");
    tables.push_back(table);
  }
  return any_of(std::move(tables));
}

Json OptionSchemas::of_component(const OptionInfo& option) {
  const std::string default_here = default_name(option);
  std::string name = option.kind;
  if (!default_here.empty()) name += "_else_" + default_here;
  if (!option.members.empty()) name += "_of_" + option.name;
  return defined(name, [&] {
    return any_of({component_names(registry_.components(option.kind)),
                   component_tables(option, default_here)});
  });
}

}  // namespace facet
