#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "framework/plugin_loader/adapters.h"
#include "framework/plugin_loader/inspected_plugin.h"
#include "framework/registry/registry.h"

namespace facet {

/// Makes plugins known to a registry, without running any of their code: each is checked
/// (plugin_checks.h) and announced with what its components.json says. What does not pass is
/// refused with the reason, and the others go on. The files stay open until the registry is gone:
/// loaded is what was checked.
class PluginFinder {
 public:
  /// The registry is to outlive it.
  explicit PluginFinder(Registry& registry) : registry_(registry) {}

  /// All plugins of a folder. Refused are a folder that cannot be read and that of a pack that may
  /// not be used; one that was looked into already is passed over.
  void look_into(const std::string& folder);

  /// A plugin in the file in which it once was, refused where that is another one now. Nothing
  /// happens where it is gone.
  void take_recorded(const PluginInfo& recorded);

 private:
  void refuse_failing(const std::string& path, const std::function<void()>& look);
  void announce(const InspectedPlugin& plugin);
  void require_own_names(const InspectedPlugin& plugin);

  Registry& registry_;
  std::set<std::filesystem::path> seen_;
  std::map<std::string, OwnLibrary> libraries_;  // that plugins bring along, by their names
  std::shared_ptr<Adapters> adapters_ = std::make_shared<Adapters>();
};

}  // namespace facet
