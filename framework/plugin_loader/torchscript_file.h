#pragma once

#include "facet/torchscript_adapter.h"
#include "framework/plugin_loader/inspected_plugin.h"

namespace facet {

/// What a plugin in TorchScript offers, as the pack describes it; its file is not read for that.
ComponentInfo torchscript_info(const TorchScriptPlugin& plugin);

/// The component of such a plugin, which passed its checks. What is given was read once and then
/// compared with the checksum: nothing else reaches the adapter. Throws Error that names the file
/// where it is another by now.
TorchScriptComponent read_torchscript(const InspectedPlugin& plugin);

}  // namespace facet
