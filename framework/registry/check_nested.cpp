#include "framework/registry/check_nested.h"

namespace facet {

namespace {

/// Whether check_options found a name in it; if not, it has said so.
bool names_component(const Value& value) {
  if (value.is_text()) return true;
  if (!value.is_table()) return false;
  const Value* name = value.table().find("name");
  return name && name->is_text();
}

void check_value(const Registry& registry, const OptionInfo& option, Value& value,
                 const std::string& key, Problems& problems) {
  switch (option.type) {
    case OptionType::component: {
      if (!names_component(value)) return;
      const Location where = value.where;
      ComponentChoice choice;
      detail::assign(choice, value);
      value = detail::to_value(registry.check(option.kind, choice, key, problems));
      value.where = where;
      return;
    }
    case OptionType::table:
      if (value.is_table())
        check_nested_components(registry, option.members, value.table(), key, problems);
      return;
    case OptionType::components:
    case OptionType::tables: {
      if (!value.is_list()) return;
      OptionInfo item_option = option;
      item_option.type =
          option.type == OptionType::components ? OptionType::component : OptionType::table;
      std::size_t i = 0;
      for (Value& item : value.list())
        check_value(registry, item_option, item, key + "[" + std::to_string(i++) + "]", problems);
      return;
    }
    default: return;
  }
}

}  // namespace

void check_nested_components(const Registry& registry, const std::vector<OptionInfo>& options,
                             Table& checked, const std::string& key, Problems& problems) {
  for (const OptionInfo& option : options) {
    if (Value* value = checked.find(option.name))
      check_value(registry, option, *value, join_key(key, option.name), problems);
  }
}

}  // namespace facet
