#include "framework/registry/component_json.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace facet {

using Json = nlohmann::ordered_json;

namespace {

Value value_from_json(const Json& json) {
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  if (json.is_string()) return json.get<std::string>();
  if (json.is_array()) {
    Value::List list;
    for (const Json& item : json) list.push_back(value_from_json(item));
    return list;
  }
  if (json.is_object()) {
    Table table;
    for (const auto& [name, value] : json.items()) table.set(name, value_from_json(value));
    return table;
  }
  return {};
}

Value default_from_json(const Json& json, OptionType type) {
  if (type != OptionType::number || !json.is_string()) return value_from_json(json);
  const double infinity = std::numeric_limits<double>::infinity();
  return json.get<std::string>() == "inf" ? infinity : -infinity;
}

Json option_to_json(const OptionInfo& option) {
  Json json = {{"name", option.name}, {"type", to_string(option.type)}, {"doc", option.doc}};
  if (option.required) json["required"] = true;
  if (option.default_of_kind) json["default_of_kind"] = true;
  if (option.may_change) json["may_change"] = true;
  if (!option.default_value.is_nothing()) json["default"] = value_to_json(option.default_value);
  if (option.lower) json[option.lower_open ? "above" : "at_least"] = *option.lower;
  if (option.upper) json[option.upper_open ? "below" : "at_most"] = *option.upper;
  if (!option.choices.empty()) json["choices"] = option.choices;
  if (!option.kind.empty()) json["kind"] = option.kind;
  for (const OptionInfo& member : option.members) json["members"].push_back(option_to_json(member));
  return json;
}

void read_bound(const Json& json, const char* closed, const char* open,
                std::optional<double>& bound, bool& is_open) {
  is_open = json.contains(open);
  if (is_open || json.contains(closed)) bound = json.at(is_open ? open : closed).get<double>();
}

OptionInfo option_from_json(const Json& json) {
  OptionInfo option;
  option.name = json.at("name");
  option.type = option_type(json.at("type"));
  option.doc = json.at("doc");
  option.required = json.value("required", false);
  option.default_of_kind = json.value("default_of_kind", false);
  option.may_change = json.value("may_change", false);
  if (json.contains("default"))
    option.default_value = default_from_json(json.at("default"), option.type);
  read_bound(json, "at_least", "above", option.lower, option.lower_open);
  read_bound(json, "at_most", "below", option.upper, option.upper_open);
  option.choices = json.value("choices", std::vector<std::string>());
  option.kind = json.value("kind", "");
  for (const Json& member : json.value("members", Json::array()))
    option.members.push_back(option_from_json(member));
  return option;
}

}  // namespace

Json value_to_json(const Value& value) {
  if (value.is_boolean()) return value.boolean();
  if (value.is_integer()) return value.integer();
  if (value.is_number())
    return std::isfinite(value.number()) ? Json(value.number()) : Json(value.to_string());
  if (value.is_text()) return value.text();
  if (value.is_list()) {
    Json list = Json::array();
    for (const Value& item : value.list()) list.push_back(value_to_json(item));
    return list;
  }
  if (value.is_table()) {
    Json table = Json::object();
    for (const auto& [name, item] : value.table()) table[name] = value_to_json(item);
    return table;
  }
  return nullptr;
}

Json component_to_json(const ComponentInfo& component) {
  Json json = {{"kind", component.kind}, {"name", component.name}, {"summary", component.summary}};
  if (!component.form.empty()) json["form"] = component.form;
  if (component.is_default) json["default"] = true;
  if (!component.folder_with.empty()) json["folder_with"] = component.folder_with;
  const Documentation& documentation = component.documentation;
  if (!documentation.formula.empty()) json["formula"] = documentation.formula;
  if (!documentation.shapes.empty()) json["shapes"] = documentation.shapes;
  if (!documentation.units.empty()) json["units"] = documentation.units;
  if (!documentation.source.empty()) json["source"] = documentation.source;
  json["options"] = Json::array();
  for (const OptionInfo& option : component.options)
    json["options"].push_back(option_to_json(option));
  return json;
}

ComponentInfo component_from_json(const Json& json) {
  ComponentInfo component;
  component.kind = json.at("kind");
  component.name = json.at("name");
  component.summary = json.at("summary");
  component.form = json.value("form", "");
  component.is_default = json.value("default", false);
  component.folder_with = json.value("folder_with", std::vector<std::string>());
  component.documentation = {json.value("formula", ""), json.value("shapes", ""),
                             json.value("units", ""), json.value("source", "")};
  for (const Json& option : json.at("options"))
    component.options.push_back(option_from_json(option));
  return component;
}

}  // namespace facet
