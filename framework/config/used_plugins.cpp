#include "framework/config/used_plugins.h"

#include <algorithm>

#include "facet/reader.h"
#include "framework/config/config_file.h"
#include "framework/config/options_within.h"

namespace facet {

namespace {

class PluginCollector {
 public:
  explicit PluginCollector(const Registry& registry) : registry_(registry) {}

  void take(const std::vector<OptionInfo>& options, const Table& table) {
    for (const OptionInfo& option : options) {
      const Value* value = table.find(option.name);
      if (value && !option.may_change && option.kind != Reader::kind) take(option, *value);
    }
  }

  const std::vector<const PluginInfo*>& plugins() const { return plugins_; }

 private:
  void take(const OptionInfo& option, const Value& value) {
    if (value.is_list()) {
      for (const Value& item : value.list()) take(option, item);
    } else if (value.is_table()) {
      if (!option.kind.empty()) take_component(option.kind, value.table().find("name")->text());
      take(options_within(option, value.table(), registry_), value.table());
    }
  }

  void take_component(const std::string& kind, const std::string& name) {
    const PluginInfo* plugin = &registry_.plugin_of(kind, name);
    if (std::find(plugins_.begin(), plugins_.end(), plugin) == plugins_.end())
      plugins_.push_back(plugin);
  }

  const Registry& registry_;
  std::vector<const PluginInfo*> plugins_;
};

}  // namespace

std::vector<const PluginInfo*> used_plugins(const RunConfig& config, const Registry& registry) {
  PluginCollector collector(registry);
  collector.take(OptionsDescription<RunConfig>().infos(), write_run_config(config, registry));
  return collector.plugins();
}

}  // namespace facet
