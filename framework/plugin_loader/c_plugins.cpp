#include "framework/plugin_loader/c_plugins.h"

#include <algorithm>

#include "facet/c_plugin_adapter.h"
#include "framework/plugin_loader/plugin_folder.h"
#include "framework/plugin_loader/plugin_library.h"

namespace facet {

namespace {

constexpr const char* adapter_function = "facet_register_c_plugin";

const InspectedPlugin& the_one(const CPluginAdapters& adapters) {
  if (adapters.empty())
    throw Error("no plugin was found that adapts the C interface; one comes with Facet");
  if (adapters.size() > 1)
    throw Error("several plugins adapt the C interface, which one is to do: " +
                adapters[0].file->path() + ", " + adapters[1].file->path());
  return adapters[0];
}

void register_c_plugin(const InspectedPlugin& plugin, const InspectedPlugin& adapter,
                       Registrar& registrar) {
  const auto add = reinterpret_cast<decltype(&facet_register_c_plugin)>(
      plugin_function(adapter, adapter_function, adapter_function));
  const auto entry_point = reinterpret_cast<const facet_plugin* (*)()>(
      plugin_function(plugin, "facet_c_plugin", "FACET_C_PLUGIN"));
  add(entry_point(), registrar);
}

}  // namespace

bool adapts_c_plugins(const InspectedPlugin& plugin) {
  const auto symbols = plugin.elf->defined_symbols();
  return std::find(symbols.begin(), symbols.end(), adapter_function) != symbols.end();
}

EntryPoint entry_point_of(const InspectedPlugin& plugin,
                          std::shared_ptr<const CPluginAdapters> adapters) {
  if (!plugin.note->is_of_c_interface()) return plugin_entry_point(plugin);
  return [plugin, adapters = std::move(adapters)](Registrar& registrar) {
    register_c_plugin(plugin, the_one(*adapters), registrar);
  };
}

EntryPoint entry_point_of(const InspectedPlugin& plugin) {
  if (!plugin.note->is_of_c_interface()) return plugin_entry_point(plugin);
  const auto adapters = std::make_shared<CPluginAdapters>();
  for (const auto& library : libraries_in(built_in_plugins())) {
    try {
      const InspectedPlugin other = inspect_built_library(library);
      if (adapts_c_plugins(other)) adapters->push_back(other);
    } catch (const Error&) {  // no plugin, or being built just now
    }
  }
  return entry_point_of(plugin, adapters);
}

}  // namespace facet
