#include "framework/config/overrides.h"

#include "facet/options.h"
#include "framework/toml/key_path.h"
#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

const Location command_line{override_place, 0, 0};

/// What a further step leads into: a new table for a key that is absent, `{ name = "x" }` for a
/// bare name.
void open_table(Value& value) {
  const Location where = value.where.file.empty() ? command_line : value.where;
  if (value.is_nothing())
    value = Table();
  else if (value.is_text())
    value = Table{{"name", value}};
  value.where = where;
}

/// Goes one step on from `container`, which `key` led to, and makes it longer by that step.
Value& step_into(Value& container, const std::string& step, std::string& key) {
  open_table(container);
  if (!container.is_table() && !container.is_list())
    throw Error("is " + container.to_string() + ", which has no '" + step + "'");
  Value* found = find_step(container, step);
  if (!found && container.is_list())
    throw Error("has " + std::to_string(container.list().size()) +
                " entries, counted from 0; there is no [" + step + "]");
  key = container.is_list() ? key + "[" + step + "]" : join_key(key, step);
  if (found) return *found;
  container.table().set(step, Value());
  return *container.table().find(step);
}

/// What goes wrong is told with the key as far as it led.
void apply(Table& table, const std::string& assignment, Problems& problems) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos) {
    problems.add(command_line, "", "'" + assignment + "' is not KEY=VALUE");
    return;
  }
  std::string key;
  try {
    Value root(table);
    Value* at = &root;
    for (const std::string& step : key_steps(assignment.substr(0, equals)))
      at = &step_into(*at, step, key);
    const std::string text = assignment.substr(equals + 1);
    *at = parse_toml_value(text, command_line).value_or(Value(text));
    at->where = command_line;
    table = root.table();
  } catch (const Error& error) {
    problems.add(command_line, key, error.what());
  }
}

}  // namespace

void apply_overrides(Table& table, const std::vector<std::string>& assignments) {
  Problems problems;
  for (const std::string& assignment : assignments) apply(table, assignment, problems);
  problems.throw_if_any();
}

}  // namespace facet
