#include "framework/registry/registry.h"

#include <algorithm>
#include <tuple>

#include "framework/calls/call.h"
#include "framework/registry/component_difference.h"
#include "framework/registry/resolve_components.h"
#include "framework/registry/staged_registrar.h"

namespace facet {

namespace {

/// What libtorch throws goes on with a stack trace.
std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// The same component, whose destructor is called under its name.
std::shared_ptr<void> named_to_its_end(std::shared_ptr<void> component,
                                       const ComponentOrigin& origin) {
  void* const handle = component.get();
  return {handle, [component = std::move(component), origin](void*) mutable {
            const BeingCalled now(origin, "in its destructor");
            component.reset();
          }};
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
  if (std::find(to_disable_.begin(), to_disable_.end(), plugin.name) != to_disable_.end()) {
    disabled_.push_back(std::move(plugin));
    return;
  }
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
                (path.empty() ? ", as part of the program" : ": " + path) +
                ": keep one of them, or give one another name");
  }
}

void Registry::disable(std::vector<std::string> plugins) {
  to_disable_ = std::move(plugins);
}

bool Registry::knows_plugin(const std::string& name) const {
  const auto has_name = [&](const PluginInfo& plugin) { return plugin.name == name; };
  return std::any_of(disabled_.begin(), disabled_.end(), has_name) ||
         std::any_of(plugins_.begin(), plugins_.end(),
                     [&](const auto& plugin) { return has_name(plugin->info); });
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

ComponentChoice Registry::check(const std::string& kind, const ComponentChoice& choice,
                                const std::string& key, Problems& problems) const {
  const Resolution resolution = resolve(kind, choice.name);
  if (!resolution.component) {
    const std::string names = choice.name.empty() ? "names " : "names an ";
    problems.add(choice.where, key, (key.empty() ? "" : names) + resolution.failure);
    return choice;
  }
  const auto& options = resolution.component->options;
  ComponentChoice checked = choice;
  checked.name = resolution.name;
  checked.options = check_options(options, choice.options, choice.where, key, problems);
  resolve_components(*this, options, checked.options, key, problems);
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

std::shared_ptr<void> Registry::create(const ComponentChoice& choice, const void* arguments,
                                       ComponentOrigin& origin) {
  Problems problems;
  const ComponentChoice checked = check(origin.kind, choice, origin.key, problems);
  problems.throw_if_any();
  const Resolution resolution = resolve_or_throw(origin.kind, checked.name);
  origin.plugin = resolution.plugin->info.name;
  origin.name = resolution.component->name;
  const ComponentEntry& entry = load(*resolution.plugin, *resolution.component);
  const auto fail = [&](const std::string& reason) {
    const std::string whom =
        origin.key.empty() ? origin.kind + " '" + checked.name + "' " : std::string();
    problems.add(choice.where, origin.key, whom + "cannot be used: " + first_line(reason));
    problems.throw_if_any();
  };
  std::shared_ptr<void> component;
  try {
    const BeingCalled now(origin, "in its constructor");
    const KeptEnvironment kept;
    component = entry.create(checked.options, choice.where, origin.key, arguments);
  } catch (const OptionsError&) {
    throw;
  } catch (const Error& error) {  // says to the user what does not suit
    fail(error.what());
  } catch (...) {
    fail(name_of(origin) + ", in its constructor: " + what_was_thrown());
  }
  return named_to_its_end(std::move(component), origin);
}

}  // namespace facet
