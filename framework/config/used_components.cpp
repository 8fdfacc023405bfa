#include "framework/config/used_components.h"

#include "framework/config/options_within.h"
#include "framework/config/run_config.h"

namespace facet {

namespace {

/// Calls take(kind, table, key) for every component in a resolved table, from the outside in.
template <class Take>
class ComponentWalk {
 public:
  ComponentWalk(const Registry& registry, Take take) : registry_(registry), take_(take) {}

  void through(const std::vector<OptionInfo>& options, Table& table, const std::string& key) {
    for (const OptionInfo& option : options)
      if (Value* value = table.find(option.name))
        through(option, *value, join_key(key, option.name));
  }

 private:
  void through(const OptionInfo& option, Value& value, const std::string& key) {
    if (value.is_list()) {
      std::size_t i = 0;
      for (Value& item : value.list()) through(option, item, item_key(key, i++));
    } else if (value.is_table()) {
      if (!option.kind.empty()) take_(option.kind, value.table(), key);
      through(options_within(option, value.table(), registry_), value.table(), key);
    }
  }

  const Registry& registry_;
  Take take_;
};

template <class Take>
void each_component(Table& config, const Registry& registry, Take take) {
  ComponentWalk<Take>(registry, take).through(OptionsDescription<RunConfig>().infos(), config, "");
}

}  // namespace

void name_in_full(Table& config, const Registry& registry) {
  each_component(config, registry, [&](const std::string& kind, Table& component, auto&) {
    Value& name = *component.find("name");
    const Location where = name.where;
    name = registry.plugin_of(kind, name.text()).name + "/" + registry.find(kind, name.text()).name;
    name.where = where;
  });
}

std::vector<UsedComponent> used_components(Table config, const Registry& registry) {
  std::vector<UsedComponent> used;
  each_component(config, registry,
                 [&](const std::string&, const Table& component, const std::string& key) {
                   used.push_back({key, component.find("name")->text()});
                 });
  return used;
}

}  // namespace facet
