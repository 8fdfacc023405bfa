#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace facet {

/// The part of JSON Schema that a config's schema is made of. A word of a schema that it does not
/// know is a mistake, too.
class SchemaCheck {
 public:
  using Json = nlohmann::json;

  explicit SchemaCheck(const Json& root) : root_(root) {}

  /// What is wrong with `value`, the first thing with its place; empty: nothing.
  std::string mistake_in(const Json& value) const { return mistake(root_, value, ""); }

 private:
  std::string mistake(const Json& schema, const Json& value, const std::string& place) const {
    for (const auto& [word, wanted] : schema.items())
      if (!is_said(word, wanted, schema, value, place)) return place + ": " + why_;
    return "";
  }

  bool is_said(const std::string& word, const Json& wanted, const Json& schema, const Json& value,
               const std::string& place) const {
    why_ = word;
    if (word == "$ref") return none(mistake(definition(wanted), value, place));
    if (word == "type") return is_of(wanted, value);
    if (word == "enum") return std::ranges::find(wanted, value) != wanted.end();
    if (word == "pattern")
      return !value.is_string() ||
             std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>()));
    if (word == "minLength") return !value.is_string() || value.get<std::string>().size() >= wanted;
    if (word == "minItems") return !value.is_array() || value.size() >= wanted;
    if (word == "maxItems") return !value.is_array() || value.size() <= wanted;
    if (word == "minimum") return !value.is_number() || value >= wanted;
    if (word == "maximum") return !value.is_number() || value <= wanted;
    if (word == "exclusiveMinimum") return !value.is_number() || value > wanted;
    if (word == "exclusiveMaximum") return !value.is_number() || value < wanted;
    if (word == "anyOf")
      return std::ranges::any_of(
          wanted, [&](const Json& one) { return mistake(one, value, place).empty(); });
    if (word == "allOf")
      return std::ranges::all_of(wanted,
                                 [&](const Json& one) { return none(mistake(one, value, place)); });
    if (word == "items") return !value.is_array() || items_are(wanted, value, place);
    if (word == "properties") return !value.is_object() || members_are(wanted, value, place);
    if (word == "required")
      return !value.is_object() || std::ranges::all_of(wanted, [&](const std::string& key) {
        why_ = "lacks " + key;
        return value.contains(key);
      });
    if (word == "additionalProperties") return !value.is_object() || no_others(schema, value);
    return word == "$schema" || word == "title" || word == "description" || word == "default" ||
           word == "definitions";
  }

  /// What was found out within a value is why, not the word that led there.
  bool none(const std::string& found) const {
    if (!found.empty()) why_ = found;
    return found.empty();
  }
  const Json& definition(const std::string& reference) const {
    return root_.at("definitions").at(reference.substr(std::string("#/definitions/").size()));
  }
  static bool is_of(const std::string& type, const Json& value) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    return type == "string" ? value.is_string() : type == "boolean" && value.is_boolean();
  }
  bool items_are(const Json& schema, const Json& list, const std::string& place) const {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!none(mistake(schema, list[i], place + "[" + std::to_string(i) + "]"))) return false;
    return true;
  }
  bool members_are(const Json& schemas, const Json& table, const std::string& place) const {
    for (const auto& [key, member] : table.items())
      if (schemas.contains(key) && !none(mistake(schemas.at(key), member, place + "." + key)))
        return false;
    return true;
  }
  bool no_others(const Json& schema, const Json& table) const {
    for (const auto& [key, member] : table.items()) {
      why_ = "knows no " + key;
      if (!schema.at("properties").contains(key)) return false;
    }
    return true;
  }

  const Json& root_;
  mutable std::string why_;
};

}  // namespace facet
