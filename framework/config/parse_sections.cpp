#include "framework/config/parse_sections.h"

#include <algorithm>

#include "framework/config/cebra_keys.h"
#include "framework/data/short_forms.h"
#include "framework/registry/resolve_components.h"
#include "framework/toml/key_path.h"

namespace facet {

namespace {

bool is_index(const std::string& step) {
  return step.find_first_not_of("0123456789") == std::string::npos;
}

/// Drops the option that `key` belongs to. A component or label whose name is wrong goes as a
/// whole, and so does a list with a wrong item.
void drop(Table& table, const std::string& key) {
  std::vector<std::string> steps = key_steps(key);
  if (steps.size() > 1 && steps.back() == "name") steps.pop_back();
  while (steps.size() > 1 && is_index(steps.back())) steps.pop_back();
  Value* at = table.find(steps[0]);
  for (std::size_t i = 1; at && i < steps.size(); ++i) at = find_step(*at, steps[i]);
  if (at) *at = Value();  // else a key that is missing or not known
}

/// The value of `key` in a section; null where there is none.
Value* find_in(Table& table, const std::string& section, const std::string& key) {
  Value* found = table.find(section);
  return found && found->is_table() ? found->table().find(key) : nullptr;
}

/// Writes what may be written shorter in full: `sam = true`, one learning rate without a list, what
/// sessions inherit from [data].
Table in_full(Table table) {
  if (Value* data = table.find("data"); data && data->is_table()) {
    inherit_into_sessions(data->table());
    spell_out_files(data->table());
  }
  if (Value* sam = find_in(table, "training", "sam"); sam && sam->is_boolean()) {
    const Location where = sam->where;
    *sam = sam->boolean() ? Value(Table()) : Value();
    sam->where = where;
  }
  if (Value* rate = find_in(table, "training", "learning_rate"); rate && !rate->is_list()) {
    const Location where = rate->where;
    *rate = Value::List{*rate};
    rate->where = where;
  }
  return table;
}

bool same_mistake(const Problem& a, const Problem& b) {
  return a.what == b.what && a.where.file == b.where.file && a.where.line == b.where.line &&
         a.where.column == b.where.column;
}

/// A key that is not known here, but in CEBRA, is answered with what it is called here.
Problems with_keys_of_cebra(const Problems& problems) {
  Problems answered;
  for (const Problem& problem : problems.all()) {
    const bool unknown = problem.what.starts_with(unknown_key);
    const std::string key =
        unknown ? key_of_cebra_parameter(key_steps(problem.key).back()) : std::string();
    answered.add(problem.where, problem.key,
                 key.empty() ? problem.what
                             : std::string(unknown_key) + "; CEBRA's parameter is here " + key);
  }
  return answered;
}

/// A mistake in [data] that sessions inherit is told there alone.
Problems without_inherited(const Problems& problems) {
  const auto of_session = [](const Problem& problem) {
    return problem.key.starts_with("data.session[");
  };
  std::vector<Problem> others = problems.all();
  std::erase_if(others, of_session);
  Problems own;
  for (const Problem& problem : problems.all()) {
    const auto inherited_from = [&](const Problem& other) { return same_mistake(problem, other); };
    if (!of_session(problem) || std::none_of(others.begin(), others.end(), inherited_from))
      own.add(problem.where, problem.key, problem.what);
  }
  return own;
}

}  // namespace

RunConfig parse_sections(const Table& table, const std::string& name, const Registry& registry,
                         Problems& problems) {
  const OptionsDescription<RunConfig> description;
  const Location whole{name, 0, 0};
  Problems own;
  Table checked = check_options(description.infos(), in_full(table), whole, "", own);
  for (const Problem& problem : own.all()) drop(checked, problem.key);
  resolve_components(registry, description.infos(), checked, "", own);
  problems.add(with_keys_of_cebra(without_inherited(own)));
  return description.parse(checked, whole, "", problems);
}

}  // namespace facet
