#include "framework/plugin_loader/entry_points.h"

#include "facet/c_plugin_adapter.h"
#include "facet/torchscript_adapter.h"
#include "facet/warning.h"
#include "framework/plugin_loader/plugin_folder.h"
#include "framework/plugin_loader/plugin_library.h"
#include "framework/plugin_loader/torchscript_file.h"

namespace facet {

namespace {

void register_c_plugin(const InspectedPlugin& plugin, const Adapters& adapters,
                       Registrar& registrar) {
  const auto add =
      reinterpret_cast<decltype(&facet_register_c_plugin)>(load_adapter(adapters, c_adapter));
  const auto entry_point = reinterpret_cast<const facet_plugin* (*)()>(
      plugin_function(plugin, "facet_c_plugin", "FACET_C_PLUGIN"));
  add(entry_point(), registrar);
}

void register_torchscript(const InspectedPlugin& plugin, const Adapters& adapters,
                          Registrar& registrar) {
  const auto add = reinterpret_cast<decltype(&facet_register_torchscript)>(
      load_adapter(adapters, torchscript_adapter));
  warn(plugin.file->path() +
       ": is TorchScript, which libtorch has deprecated: a later libtorch may not read it");
  add(read_torchscript(plugin), registrar);
}

}  // namespace

EntryPoint entry_point_of(const InspectedPlugin& plugin, std::shared_ptr<const Adapters> adapters) {
  const auto registers = plugin.torchscript                 ? register_torchscript
                         : plugin.note->is_of_c_interface() ? register_c_plugin
                                                            : nullptr;
  if (!registers) return plugin_entry_point(plugin);
  return [registers, plugin, adapters = std::move(adapters)](Registrar& registrar) {
    registers(plugin, *adapters, registrar);
  };
}

EntryPoint entry_point_of(const InspectedPlugin& plugin) {
  const auto adapters = std::make_shared<Adapters>();
  if (plugin.torchscript || plugin.note->is_of_c_interface()) {
    for (const auto& library : libraries_in(built_in_plugins())) {
      try {
        const InspectedPlugin other = inspect_built_library(library);
        if (is_adapter(other)) adapters->push_back(other);
      } catch (const Error&) {  // no plugin, or being built just now
      }
    }
  }
  return entry_point_of(plugin, adapters);
}

}  // namespace facet
