#include "framework/config/check_plugins.h"

#include <algorithm>
#include <filesystem>

#include "facet/text.h"
#include "framework/packs/pack_store.h"
#include "framework/packs/requirement.h"

namespace facet {

namespace {

/// Whether the registry has a plugin of such a pack.
bool has_pack(const Registry& registry, const Requirement& required) {
  const auto plugins = registry.plugins();
  return std::any_of(plugins.begin(), plugins.end(), [&](const PluginInfo* plugin) {
    return plugin->pack && plugin->pack->name == required.pack &&
           required.versions.hold_for(Version(plugin->pack->version));
  });
}

/// Why an installed pack that would do is not used.
std::string why_not_used(const StoredPack& pack, const Registry& registry) {
  for (const RefusedPlugin& refused : registry.refused())
    if ((refused.path + "/").starts_with(pack.folder + "/"))
      return pack.folder + " is not used: " + refused.reason;
  return pack.folder + " would do, but the plugins were looked for without this key";
}

std::string why_not_met(const Requirement& required, const Registry& registry) {
  std::vector<std::string> names, versions;
  for (const StoredPack& pack : stored_packs()) {
    if (names.empty() || names.back() != pack.name) names.push_back(pack.name);
    if (pack.name != required.pack) continue;
    if (required.versions.hold_for(pack.version)) return why_not_used(pack, registry);
    versions.push_back(pack.version.text());
  }
  if (!versions.empty())
    return "installed is " + join(versions) +
           ": install a version that will do (facet pack "
           "install), or require one of these";
  return "no pack of that name is installed" + did_you_mean(required.pack, names) +
         ": install it (facet pack install)";
}

void check_required(const std::string& text, const std::string& key, const Registry& registry,
                    Problems& problems) {
  Requirement required;
  if (!problems.attempt({}, key, [&] { required = parse_requirement(text); })) return;
  if (!has_pack(registry, required))
    problems.add({}, key, "is not met: '" + text + "'; " + why_not_met(required, registry));
}

void check_disabled(const std::string& name, const std::string& key, const Registry& registry,
                    Problems& problems) {
  std::vector<std::string> names;
  for (const PluginInfo& plugin : registry.disabled_plugins()) {
    if (plugin.name == name) return;
    names.push_back(plugin.name);
  }
  bool is_used = false;
  for (const PluginInfo* plugin : registry.plugins()) {
    names.push_back(plugin->name);
    is_used = is_used || plugin->name == name;
  }
  problems.add({}, key,
               is_used
                   ? "names '" + name + "', but the plugins were looked for without this key"
                   : "names no plugin that there is: '" + name + "'" + did_you_mean(name, names));
}

}  // namespace

void check_plugins(const PluginsConfig& plugins, const Registry& registry, Problems& problems) {
  for (std::size_t i = 0; i < plugins.require.size(); ++i)
    check_required(plugins.require[i], item_key("plugins.require", i), registry, problems);
  for (std::size_t i = 0; i < plugins.disable.size(); ++i)
    check_disabled(plugins.disable[i], item_key("plugins.disable", i), registry, problems);
}

void check_plugin_folders(const PluginsConfig& plugins, Problems& problems) {
  for (std::size_t i = 0; i < plugins.path.size(); ++i) {
    std::error_code none;
    if (!std::filesystem::is_directory(plugins.path[i], none))
      problems.add({}, item_key("plugins.path", i),
                   "must be a folder with plugins, and '" + plugins.path[i] + "' is none");
  }
}

}  // namespace facet
