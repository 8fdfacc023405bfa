#pragma once

#include <vector>

#include "framework/plugin_loader/inspected_plugin.h"

namespace facet {

/// The function by which a plugin is known that registers components for what is no plugin in C++.
struct AdapterFunction {
  const char* name;
  const char* adapts;  ///< as messages call it
};
inline constexpr AdapterFunction c_adapter{"facet_register_c_plugin", "the C interface"};
inline constexpr AdapterFunction torchscript_adapter{"facet_register_torchscript", "TorchScript"};

/// The plugins that were found to show one of these functions (facet/c_plugin_adapter.h,
/// facet/torchscript_adapter.h).
using Adapters = std::vector<InspectedPlugin>;

bool is_adapter(const InspectedPlugin& plugin);

/// Loads the plugin that shows the function, and gives its address. Throws Error where there is
/// none, or several, since not the order of folders is to decide what runs.
void* load_adapter(const Adapters& adapters, const AdapterFunction& function);

}  // namespace facet
