#include "framework/registry/registry.h"

#include <algorithm>
#include <tuple>

#include "framework/registry/check_nested.h"
#include "framework/registry/component_difference.h"
#include "framework/registry/staged_registrar.h"

namespace facet {

namespace {

/// `a, b`
std::string join(const std::vector<std::string>& items, const std::string& between) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : between) + item;
  return text;
}

std::string qualified(const PluginInfo& plugin, const ComponentInfo& component) {
  return plugin.name + "/" + component.name;
}

/// What libtorch throws goes on with a stack trace.
std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

bool is_qualified(const std::string& name) {
  return name.find('/') != std::string::npos;
}

}  // namespace

Registry::Registry() = default;
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

void Registry::add(const std::string& plugin, const EntryPoint& entry_point) {
  must_be_free(plugin);
  auto added = std::make_unique<Plugin>();
  added->info.name = plugin;
  added->entries = stage_components(plugin, entry_point);
  for (const ComponentEntry& entry : added->entries) added->info.components.push_back(entry.info);
  added->loaded = true;
  plugins_.push_back(std::move(added));
}

void Registry::announce(PluginInfo plugin, EntryPoint entry_point) {
  must_be_free(plugin.name);
  auto added = std::make_unique<Plugin>();
  added->info = std::move(plugin);
  added->entry_point = std::move(entry_point);
  plugins_.push_back(std::move(added));
}

void Registry::must_be_free(const std::string& plugin) const {
  for (const auto& other : plugins_) {
    if (other->info.name != plugin) continue;
    const std::string& path = other->info.path;
    throw Error("a plugin named '" + plugin + "' is there already" +
                (path.empty() ? ", as part of the program" : ": " + path));
  }
}

void Registry::refuse(RefusedPlugin plugin) {
  refused_.push_back(std::move(plugin));
}

void Registry::set_search_path(std::vector<std::string> folders) {
  search_path_ = std::move(folders);
}

std::vector<const PluginInfo*> Registry::plugins() const {
  std::vector<const PluginInfo*> infos;
  for (const auto& plugin : plugins_) infos.push_back(&plugin->info);
  return infos;
}

std::vector<const PluginInfo*> Registry::loaded_plugins() const {
  std::vector<const PluginInfo*> infos;
  for (const auto& plugin : plugins_)
    if (plugin->loaded) infos.push_back(&plugin->info);
  return infos;
}

std::vector<const ComponentInfo*> Registry::components(const std::string& kind) const {
  std::vector<const ComponentInfo*> found;
  for (const auto& plugin : plugins_) {
    for (const ComponentInfo& component : plugin->info.components)
      if (kind.empty() || component.kind == kind) found.push_back(&component);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
    return std::tie(a->kind, a->name) < std::tie(b->kind, b->name);
  });
  return found;
}

Registry::Resolution Registry::resolve(const std::string& kind, const std::string& name) const {
  std::vector<Resolution> found;
  std::vector<std::string> names;
  for (const auto& plugin : plugins_) {
    for (const ComponentInfo& component : plugin->info.components) {
      const std::string full = qualified(plugin->info, component);
      if (component.kind != kind || (component.name != name && full != name)) continue;
      found.push_back({plugin.get(), &component, ""});
      names.push_back("'" + full + "'");
    }
  }
  if (found.size() == 1) return found[0];
  if (found.empty()) return {nullptr, nullptr, unknown(kind, name)};
  return {nullptr, nullptr, "ambiguous " + kind + " '" + name + "': write " + join(names, " or ")};
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
  std::vector<std::string> hints;
  if (!search_path_.empty())
    hints.push_back("plugins were looked for in " + join(search_path_, ", "));
  for (const RefusedPlugin& plugin : refused_)
    hints.push_back("not used: " + plugin.path + ": " + plugin.reason);
  return "unknown " + kind + " '" + name + "'" + did_you_mean(name, candidates) +
         (hints.empty() ? "" : " (" + join(hints, "; ") + ")");
}

Registry::Resolution Registry::resolve_or_throw(const std::string& kind,
                                                const std::string& name) const {
  const Resolution resolution = resolve(kind, name);
  if (!resolution.component) throw Error(resolution.failure);
  return resolution;
}

const ComponentInfo& Registry::find(const std::string& kind, const std::string& name) const {
  return *resolve_or_throw(kind, name).component;
}

const PluginInfo& Registry::plugin_of(const std::string& kind, const std::string& name) const {
  return resolve_or_throw(kind, name).plugin->info;
}

ComponentChoice Registry::check(const std::string& kind, const ComponentChoice& choice,
                                const std::string& key, Problems& problems) const {
  const Resolution resolution = resolve(kind, choice.name);
  if (!resolution.component) {
    problems.add(choice.where, key, (key.empty() ? "" : "names an ") + resolution.failure);
    return choice;
  }
  const auto& options = resolution.component->options;
  ComponentChoice checked = choice;
  checked.options = check_options(options, choice.options, choice.where, key, problems);
  check_nested_components(*this, options, checked.options, key, problems);
  return checked;
}

const ComponentEntry& Registry::load(Plugin& plugin, const ComponentInfo& component) {
  if (!plugin.loaded) {
    std::vector<ComponentEntry> entries = stage_components(plugin.info.name, plugin.entry_point);
    const std::string difference = component_difference(plugin.info.components, entries);
    if (!difference.empty())
      throw Error("plugin '" + plugin.info.name +
                  "' is not what it was announced to be: " + difference + "; build it again");
    plugin.entries = std::move(entries);
    plugin.loaded = true;
  }
  return *std::find_if(plugin.entries.begin(), plugin.entries.end(), [&](const auto& entry) {
    return entry.info.kind == component.kind && entry.info.name == component.name;
  });
}

std::shared_ptr<void> Registry::create(const std::string& kind, const ComponentChoice& choice,
                                       const void* arguments, const std::string& key) {
  Problems problems;
  const ComponentChoice checked = check(kind, choice, key, problems);
  problems.throw_if_any();
  const Resolution resolution = resolve_or_throw(kind, choice.name);
  const ComponentEntry& entry = load(*resolution.plugin, *resolution.component);
  try {
    return entry.create(checked.options, choice.where, key, arguments);
  } catch (const OptionsError&) {
    throw;
  } catch (const std::exception& error) {
    problems.add(choice.where, key,
                 (key.empty() ? kind + " '" + choice.name + "' " : "") +
                     "cannot be used: " + first_line(error.what()));
    throw OptionsError(problems.all());
  }
}

}  // namespace facet
