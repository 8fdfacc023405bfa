// How a registry finds the component that a name means.
#include <algorithm>

#include "facet/text.h"
#include "framework/registry/registry.h"

namespace facet {

namespace {

std::string qualified(const PluginInfo& plugin, const ComponentInfo& component) {
  return plugin.name + "/" + component.name;
}

bool is_qualified(const std::string& name) {
  return name.find('/') != std::string::npos;
}

}  // namespace

Registry::Resolution Registry::resolve(const std::string& kind, const std::string& name) const {
  if (name.empty()) return resolve_default(kind);
  std::vector<Resolution> found;
  std::vector<std::string> names;
  for (const auto& plugin : plugins_) {
    for (const ComponentInfo& component : plugin->info.components) {
      const std::string full = qualified(plugin->info, component);
      if (component.kind != kind || (component.name != name && full != name)) continue;
      found.push_back({plugin.get(), &component, name, ""});
      names.push_back(full);
    }
  }
  if (found.size() == 1) return found[0];
  if (found.empty()) return {nullptr, nullptr, name, unknown(kind, name)};
  return {nullptr, nullptr, name,
          "ambiguous " + kind + " '" + name + "': write " + quoted(names, " or ")};
}

Registry::Resolution Registry::resolve_default(const std::string& kind) const {
  std::vector<Resolution> found;
  std::vector<std::string> names;
  for (const auto& plugin : plugins_) {
    for (const ComponentInfo& component : plugin->info.components) {
      if (component.kind != kind || !component.is_default) continue;
      names.push_back(qualified(plugin->info, component));
      const bool bare = resolve(kind, component.name).component != nullptr;
      found.push_back({plugin.get(), &component, bare ? component.name : names.back(), ""});
    }
  }
  if (found.size() == 1) return found[0];
  if (found.empty())
    return {nullptr, nullptr, "", "no " + kind + ", and no plugin has a default one" + hints()};
  return {nullptr, nullptr, "",
          "no " + kind + ", and there are several by default: write " + quoted(names, " or ")};
}

std::string Registry::unknown(const std::string& kind, const std::string& name) const {
  std::vector<std::string> candidates;
  for (const auto& plugin : plugins_) {
    for (const ComponentInfo& component : plugin->info.components) {
      if (component.kind == kind)
        candidates.push_back(is_qualified(name) ? qualified(plugin->info, component)
                                                : component.name);
    }
  }
  return "unknown " + kind + " '" + name + "'" + did_you_mean(name, candidates) + hints();
}

std::string Registry::hints() const {
  std::vector<std::string> hints;
  if (!search_path_.empty()) hints.push_back("plugins were looked for in " + join(search_path_));
  for (const RefusedPlugin& plugin : refused_)
    hints.push_back("not used: " + plugin.path + ": " + plugin.reason);
  for (const PluginInfo& plugin : disabled_)
    hints.push_back("not used: " + plugin.path + ": it is disabled ([plugins] disable)");
  return hints.empty() ? "" : " (" + join(hints, "; ") + ")";
}

Registry::Resolution Registry::resolve_or_throw(const std::string& kind,
                                                const std::string& name) const {
  const Resolution resolution = resolve(kind, name);
  if (resolution.component) return resolution;
  throw Error(resolution.failure);
}

const ComponentInfo& Registry::find(const std::string& kind, const std::string& name) const {
  return *resolve_or_throw(kind, name).component;
}

const PluginInfo& Registry::plugin_of(const std::string& kind, const std::string& name) const {
  return resolve_or_throw(kind, name).plugin->info;
}

std::string Registry::default_of(const std::string& kind) const {
  return resolve_or_throw(kind, "").name;
}

}  // namespace facet
