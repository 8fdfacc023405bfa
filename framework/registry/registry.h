#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "facet/component.h"
#include "facet/error.h"
#include "facet/export.h"
#include "facet/options.h"
#include "facet/registrar.h"

namespace facet {

/// The pack that a plugin came in. Plain data.
struct PackOrigin {
  std::string name;
  std::string version;
  std::string signer;       ///< who signed it, as the user's list says; empty: nobody who is in it
  std::string key;          ///< the fingerprint of the signer's key; empty: it is unsigned
  bool built_here = false;  ///< its library was built on this machine of the pack's sources
};

/// A plugin as the registry knows it. Plain data.
struct PluginInfo {
  std::string name;
  std::string version;
  std::string path;      ///< its library; empty for one that is part of the program
  std::string checksum;  ///< `sha256:...` of the library
  std::vector<ComponentInfo> components;
  std::optional<PackOrigin> pack = {};  ///< nothing: it did not come in one
};

/// A plugin that was found and is not used, and why.
struct RefusedPlugin {
  std::string path;
  std::string reason;
};

/// What a plugin does when it is asked to register its components.
using EntryPoint = std::function<void(Registrar&)>;

/// Resolves names to components, by kind: `FixedEuclideanInfoNCE`, or `core/FixedEuclideanInfoNCE`
/// where several plugins offer the name. An empty name is the default of the kind: the component
/// that a plugin registered as such. Knows no component by itself.
///
/// Components are known before any code of their plugin runs (announce); its entry point runs when
/// the first of them is created. What it then registers must be what was announced.
///
/// Owns everything that was registered. Not thread-safe: set-up happens in one thread.
class FACET_API Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  /// Registers components that are part of the program, at once. Throws Error that names `plugin`
  /// when the entry point throws or a name is taken; the registry is then as it was.
  void add(const std::string& plugin, const EntryPoint& entry_point);

  /// Makes the components of `plugin` known; `entry_point` runs when the first one is created.
  /// Throws Error when a plugin of that name is there already. One that is disabled is kept apart.
  void announce(PluginInfo plugin, EntryPoint entry_point);

  /// Plugins of these names are not used, though they are there.
  void disable(std::vector<std::string> plugins);
  /// Those of these names that were announced, in that order.
  const std::vector<PluginInfo>& disabled_plugins() const { return disabled_; }

  /// Whether a plugin of that name is there, be it disabled or not.
  bool knows_plugin(const std::string& name) const;

  /// Keeps why a plugin is not used, to be told when a name is not found.
  void refuse(RefusedPlugin plugin);
  /// Where plugins were looked for, to be told when a name is not found.
  void set_search_path(std::vector<std::string> folders);

  std::vector<const PluginInfo*> plugins() const;         ///< in the order in which they came
  std::vector<const PluginInfo*> loaded_plugins() const;  ///< those whose code has run
  const std::vector<RefusedPlugin>& refused() const { return refused_; }
  /// All components of `kind` (all kinds: empty), by kind and name.
  std::vector<const ComponentInfo*> components(const std::string& kind = "") const;

  /// Throws Error for an unknown name (with near ones and where plugins were looked for) or an
  /// ambiguous one (with the qualified names). The result lives as long as the registry.
  const ComponentInfo& find(const std::string& kind, const std::string& name) const;
  /// Which plugin offers it; throws like find.
  const PluginInfo& plugin_of(const std::string& kind, const std::string& name) const;
  /// The name of the component that is taken where none is named. Throws Error where no plugin has
  /// one, or several have: which of them came first must not decide how a model is trained.
  std::string default_of(const std::string& kind) const;

  /// Resolves the name and checks the options, those of nested components too, without any plugin
  /// code. Adds what is wrong to `problems` under `key`. Returns the choice with all its options
  /// filled in; as it was when the name is not known.
  ComponentChoice check(const std::string& kind, const ComponentChoice& choice,
                        const std::string& key, Problems& problems) const;

  /// Builds a component, loading its plugin if need be. Throws Error when the plugin fails,
  /// OptionsError for mistakes in the options and for what the component's constructor throws: its
  /// options do not suit the data. It knows its origin, and is named where its destructor ends the
  /// process. `Interface` is a kind, or a form of one, such as
  /// ContrastiveCriterion: Error where the component is of another form.
  template <class Interface>
  std::shared_ptr<Interface> create(const ComponentChoice& choice,
                                    const typename Interface::Arguments& arguments = {},
                                    const std::string& key = "") {
    using Kind = typename Interface::Kind;
    ComponentOrigin origin{"", std::string(Kind::kind), choice.name, key};
    auto component = std::static_pointer_cast<Kind>(create(choice, &arguments, origin));
    component->set_origin(std::move(origin));
    if constexpr (std::is_same_v<Interface, Kind>) {
      return component;
    } else {
      if (auto formed = std::dynamic_pointer_cast<Interface>(component)) return formed;
      throw Error("the " + std::string(Kind::kind) + " '" + choice.name + "' is not " +
                  std::string(Interface::form));
    }
  }

 private:
  struct Plugin {
    PluginInfo info;
    EntryPoint entry_point;
    std::vector<ComponentEntry> entries;  // empty until the entry point has run
    bool loaded = false;
  };
  /// Where a name leads: to a component, or why to none.
  struct Resolution {
    Plugin* plugin = nullptr;
    const ComponentInfo* component = nullptr;
    std::string name;  // that of the default where none was given
    std::string failure;
  };

  Resolution resolve(const std::string& kind, const std::string& name) const;
  Resolution resolve_default(const std::string& kind) const;
  Resolution resolve_or_throw(const std::string& kind, const std::string& name) const;
  std::string unknown(const std::string& kind, const std::string& name) const;
  std::string hints() const;
  void must_be_free(const std::string& plugin) const;
  static const ComponentEntry& load(Plugin& plugin, const ComponentInfo& component);
  /// `origin` says kind and key; plugin and name are filled in.
  std::shared_ptr<void> create(const ComponentChoice& choice, const void* arguments,
                               ComponentOrigin& origin);

  std::vector<std::unique_ptr<Plugin>> plugins_;
  std::vector<RefusedPlugin> refused_;
  std::vector<std::string> to_disable_;
  std::vector<PluginInfo> disabled_;
  std::vector<std::string> search_path_;
};

}  // namespace facet
