#include "framework/toml/toml_writer.h"

#include <algorithm>

namespace facet {

namespace {

/// `value` without the keys that have no value.
Value given(const Value& value) {
  if (value.is_list()) {
    Value::List list;
    for (const Value& item : value.list()) list.push_back(given(item));
    return list;
  }
  if (!value.is_table()) return value;
  Table table;
  for (const auto& [name, member] : value.table())
    if (!member.is_nothing()) table.set(name, given(member));
  return table;
}

/// `name = value`, with quotes around a name that needs them.
std::string line(const std::string& name, const Value& value) {
  const std::string braced = Value(Table{{name, value}}).to_string();  // { name = value }
  return braced.substr(2, braced.size() - 4) + "\n";
}

bool is_section(const Value& value) {
  return value.is_table();
}

bool is_sections(const Value& value) {
  return value.is_list() && !value.list().empty() &&
         std::all_of(value.list().begin(), value.list().end(), is_section);
}

std::string section(const std::string& header, const Table& table) {
  std::string text = "\n" + header + "\n";
  for (const auto& [name, value] : table) text += line(name, value);
  return text;
}

/// A name as it stands in a header: as in `name = true`.
std::string header(const std::string& name) {
  const std::string assignment = line(name, true);
  return assignment.substr(0, assignment.size() - std::string(" = true\n").size());
}

}  // namespace

std::string write_toml(const Table& table) {
  const Value all = given(table);
  std::string scalars, sections;
  for (const auto& [name, value] : all.table()) {
    if (is_section(value)) {
      sections += section("[" + header(name) + "]", value.table());
    } else if (is_sections(value)) {
      for (const Value& item : value.list())
        sections += section("[[" + header(name) + "]]", item.table());
    } else {
      scalars += line(name, value);
    }
  }
  const std::string text = scalars + sections;
  return text.starts_with("\n") ? text.substr(1) : text;
}

}  // namespace facet
