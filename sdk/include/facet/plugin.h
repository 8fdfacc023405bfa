#pragma once

#include <vector>

#include "facet/export.h"
#include "facet/registrar.h"

/// The one door of a plugin. In one or several of its source files:
///
///     FACET_PLUGIN(registrar) {
///       registrar.add<MyLoss>("MyLoss", "what it is, in one line");
///     }
///
/// Called once, in the host's main thread, after the file was checked. An exception that leaves it
/// is reported with the plugin's name, and nothing of the plugin is registered. The library is
/// never unloaded.
#define FACET_PLUGIN(registrar) FACET_PLUGIN_PART(registrar, __COUNTER__)

#define FACET_PLUGIN_PART(registrar, number) FACET_NUMBERED_PART(registrar, number)
#define FACET_NUMBERED_PART(registrar, number)                           \
  static void facet_register_part_##number(facet::Registrar& registrar); \
  [[maybe_unused]] static const bool facet_part_is_known_##number =      \
      facet::detail::add_plugin_part(facet_register_part_##number);      \
  static void facet_register_part_##number(facet::Registrar& registrar)

namespace facet::detail {

using PluginPart = void (*)(Registrar&);

/// Those of this library, in the order in which its files are linked.
[[gnu::visibility("hidden")]] inline std::vector<PluginPart>& plugin_parts() {
  static std::vector<PluginPart> parts;
  return parts;
}

[[gnu::visibility("hidden")]] inline bool add_plugin_part(PluginPart part) {
  plugin_parts().push_back(part);
  return true;
}

}  // namespace facet::detail

/// What the host calls: the same in every file that includes this one, kept once.
extern "C" [[gnu::used]] FACET_API inline void facet_register(facet::Registrar& registrar) {
  for (const facet::detail::PluginPart part : facet::detail::plugin_parts()) part(registrar);
}
