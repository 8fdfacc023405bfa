#pragma once

#include <memory>

#include "framework/plugin_loader/adapters.h"

namespace facet {

/// The entry point of a plugin that passed its checks: in C++, of the C interface or in
/// TorchScript. The latter two take their adapter when they are called, so it may be found later.
EntryPoint entry_point_of(const InspectedPlugin& plugin, std::shared_ptr<const Adapters> adapters);

/// The same with the adapters that came with Facet.
EntryPoint entry_point_of(const InspectedPlugin& plugin);

}  // namespace facet
