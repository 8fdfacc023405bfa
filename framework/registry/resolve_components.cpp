#include "framework/registry/resolve_components.h"

namespace facet {

namespace {

/// Whether check_options let it pass; if not, it has said so.
bool is_component(const Value& value, const OptionInfo& option) {
  if (value.is_text()) return !value.text().empty();
  if (value.is_nothing()) return option.default_of_kind;
  if (!value.is_table()) return false;
  const Value* name = value.table().find("name");
  return name ? name->is_text() && !name->text().empty() : option.default_of_kind;
}

void resolve_component(const Registry& registry, const OptionInfo& option, Value& value,
                       const std::string& key, Problems& problems) {
  if (!is_component(value, option)) return;
  if (value.is_nothing()) value = Table();
  Table engine_keys;
  if (value.is_table()) engine_keys = take_options(option.members, value.table());
  value = as_value(registry.check(option.kind, value_as<ComponentChoice>(value), key, problems));
  resolve_components(registry, option.members, engine_keys, key, problems);
  for (const auto& [name, member] : engine_keys) value.table().set(name, member);
}

void resolve_value(const Registry& registry, const OptionInfo& option, Value& value,
                   const std::string& key, Problems& problems) {
  switch (option.type) {
    case OptionType::component: return resolve_component(registry, option, value, key, problems);
    case OptionType::table:
      if (value.is_table())
        resolve_components(registry, option.members, value.table(), key, problems);
      return;
    case OptionType::components:
    case OptionType::tables: {
      if (!value.is_list()) return;
      OptionInfo item_option = option;
      item_option.type =
          option.type == OptionType::components ? OptionType::component : OptionType::table;
      std::size_t i = 0;
      for (Value& item : value.list())
        resolve_value(registry, item_option, item, item_key(key, i++), problems);
      return;
    }
    default: return;
  }
}

}  // namespace

void resolve_components(const Registry& registry, const std::vector<OptionInfo>& options,
                        Table& checked, const std::string& key, Problems& problems) {
  for (const OptionInfo& option : options) {
    if (option.default_of_kind && !checked.contains(option.name)) checked.set(option.name, Value());
    if (Value* value = checked.find(option.name))
      resolve_value(registry, option, *value, join_key(key, option.name), problems);
  }
}

}  // namespace facet
