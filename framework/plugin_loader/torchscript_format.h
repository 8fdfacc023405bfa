#pragma once

#include "framework/plugin_loader/plugin_file.h"

namespace facet {

/// Throws Error, without the path, where the file is not TorchScript, or of a version that this
/// libtorch does not read. Looks at its list of records alone; no code in it runs.
void require_torchscript(const PluginFile& file);

}  // namespace facet
