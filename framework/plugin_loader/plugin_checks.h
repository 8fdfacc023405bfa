#pragma once

#include <string>
#include <vector>

#include "framework/plugin_loader/inspected_plugin.h"

namespace facet {

/// One of the reasons for which a plugin may be refused.
struct PluginCheck {
  const char* name;
  const char* what;                 ///< what is so of a plugin that passes
  void (*check)(InspectedPlugin&);  ///< throws Error, without the path, when it does not pass
};

/// All checks of a plugin in that file, a library or TorchScript, in the order in which they are
/// made.
const std::vector<PluginCheck>& plugin_checks(const std::string& file);

/// The pack of the user's store that lies in the folder, which may be used; nothing where none
/// does. Throws Error, without the path, where it may not.
std::shared_ptr<const CheckedPack> checked_pack_in(const std::string& folder);

/// A plugin that passed all of them; `pack` is that of its folder, where it has been checked
/// already. Throws Error, without the path, when the file cannot be opened, and that of the first
/// check that it does not pass.
InspectedPlugin inspect_plugin(const std::string& path,
                               std::shared_ptr<const CheckedPack> pack = nullptr);

}  // namespace facet
