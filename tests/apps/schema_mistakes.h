#pragma once

#include <algorithm>
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
    const auto is_so = [&](const Json& one) { return none(mistake(one, value, place)); };
    if (word == "$ref") return is_so(definition(wanted.get<std::string>()));
    if (word == "type") return is_of(wanted.get<std::string>(), value);
    if (word == "enum") return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    if (word == "pattern")
      return !value.is_string() ||
             std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>()));
    if (word == "minLength")
      return !value.is_string() || value.get<std::string>().size() >= wanted.get<std::size_t>();
    if (word == "minItems") return !value.is_array() || value.size() >= wanted.get<std::size_t>();
    if (word == "maxItems") return !value.is_array() || value.size() <= wanted.get<std::size_t>();
    if (word.ends_with("inimum") || word.ends_with("aximum"))
      return !value.is_number() || is_within(word, wanted.get<double>(), value.get<double>());
    if (word == "anyOf") return std::any_of(wanted.begin(), wanted.end(), is_so);
    if (word == "allOf") return std::all_of(wanted.begin(), wanted.end(), is_so);
    if (word == "items") return !value.is_array() || items_are(wanted, value, place);
    if (word == "properties") return !value.is_object() || members_are(wanted, value, place);
    if (word == "required") return !value.is_object() || has_all(wanted, value);
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
  static bool is_within(const std::string& word, double bound, double number) {
    if (word == "minimum") return number >= bound;
    if (word == "maximum") return number <= bound;
    return word == "exclusiveMinimum" ? number > bound : number < bound;
  }
  bool has_all(const Json& keys, const Json& table) const {
    for (const Json& key : keys) {
      why_ = "lacks " + key.get<std::string>();
      if (!table.contains(key.get<std::string>())) return false;
    }
    return true;
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
