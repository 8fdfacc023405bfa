#include "framework/toml/toml_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <tuple>
#include <vector>

namespace facet {

namespace {

Location location(const toml::source_region& source, const std::string& file) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

[[noreturn]] void fail(const Location& where, const std::string& what) {
  Problems problems;
  problems.add(where, "", what);
  problems.throw_if_any();
  throw Error(what);
}

// What no config has, and what would take minutes to answer or more stack than there is.
constexpr std::size_t most_bytes = 16 << 20;
constexpr std::size_t most_keys = 1000;  // of one table
constexpr int most_nested = 32;          // of tables in tables

Table to_table(const toml::table& table, const std::string& file, int level);

Value to_value(const toml::node& node, const std::string& file, int level) {
  if (level > most_nested)
    fail(location(node.source(), file),
         "lies deeper than " + std::to_string(most_nested) + " levels of tables and lists");
  Value value;
  if (const auto* boolean = node.as_boolean()) {
    value = Value(boolean->get());
  } else if (const auto* integer = node.as_integer()) {
    value = Value(integer->get());
  } else if (const auto* number = node.as_floating_point()) {
    value = Value(number->get());
  } else if (const auto* text = node.as_string()) {
    value = Value(text->get());
  } else if (const auto* array = node.as_array()) {
    Value::List list;
    for (const toml::node& item : *array) list.push_back(to_value(item, file, level + 1));
    value = Value(std::move(list));
  } else if (const auto* table = node.as_table()) {
    value = Value(to_table(*table, file, level + 1));
  } else {
    fail(location(node.source(), file),
         "dates and times are not used here; quote it to make a text");
  }
  value.where = location(node.source(), file);
  return value;
}

/// toml++ keeps keys sorted by name; their places give the order in which they were written.
Table to_table(const toml::table& table, const std::string& file, int level) {
  if (table.size() > most_keys)
    fail(location(table.source(), file), "has " + std::to_string(table.size()) +
                                             " keys in one table; at most " +
                                             std::to_string(most_keys) + " are read");
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (const auto& [key, node] : table) entries.emplace_back(&key, &node);
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    const auto& x = a.first->source().begin;
    const auto& y = b.first->source().begin;
    return std::tie(x.line, x.column) < std::tie(y.line, y.column);
  });
  Table result;
  for (const auto& [key, node] : entries) result.set(key->str(), to_value(*node, file, level));
  return result;
}

void place(Value& value, const Location& where) {
  value.where = where;
  if (value.is_list())
    for (Value& item : value.list()) place(item, where);
  if (value.is_table())
    for (const auto& [name, member] : Table(value.table())) place(*value.table().find(name), where);
}

}  // namespace

Table read_toml(const std::string& path) {
  std::error_code none;
  const auto kind = std::filesystem::status(path, none).type();
  if (kind == std::filesystem::file_type::directory)
    throw Error(path + ": is a folder, not a file");
  if (kind == std::filesystem::file_type::character || kind == std::filesystem::file_type::block)
    throw Error(path + ": is a device, not a file");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path + ": cannot be read: " + std::strerror(errno));
  std::string text(most_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return parse_toml(text, path);
}

Table parse_toml(const std::string& text, const std::string& name) {
  if (text.size() > most_bytes)
    fail({name, 0, 0},
         "is longer than " + std::to_string(most_bytes >> 20) + " MiB, and so no config");
  try {
    return to_table(toml::parse(text, name), name, 0);
  } catch (const toml::parse_error& error) {
    fail(location(error.source(), name), "is not TOML: " + std::string(error.description()));
  }
}

std::optional<Value> parse_toml_value(const std::string& text, const Location& where) {
  try {
    Table table = parse_toml("value = " + text, where.file);
    if (table.size() != 1) return std::nullopt;
    place(*table.find("value"), where);
    return *table.find("value");
  } catch (const OptionsError&) {
    return std::nullopt;
  }
}

}  // namespace facet
