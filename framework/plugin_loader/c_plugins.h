#pragma once

#include <memory>
#include <vector>

#include "framework/plugin_loader/inspected_plugin.h"

namespace facet {

/// The plugins that were found to adapt the C interface: they show facet_register_c_plugin
/// (facet/c_plugin_adapter.h). One of them is needed when a plugin of that interface is loaded.
using CPluginAdapters = std::vector<InspectedPlugin>;

bool adapts_c_plugins(const InspectedPlugin& plugin);

/// The entry point of a plugin that passed its checks, in C++ or of the C interface. The one of the
/// C interface takes the adapter when it is called, so it may be found later; it throws Error where
/// there is none, or several, since not the order of folders is to decide what runs.
EntryPoint entry_point_of(const InspectedPlugin& plugin,
                          std::shared_ptr<const CPluginAdapters> adapters);

/// The same with the adapters that came with Facet.
EntryPoint entry_point_of(const InspectedPlugin& plugin);

}  // namespace facet
