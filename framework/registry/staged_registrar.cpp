#include "framework/registry/staged_registrar.h"

#include "facet/text.h"
#include "framework/calls/call.h"
#include "framework/calls/signal_guards.h"
#include "framework/registry/description_mistakes.h"

namespace facet {

namespace {

/// Keeps what is added until the entry point has returned.
class StagedRegistrar final : public Registrar {
 public:
  /// Throws Error with all that is wrong with what was added.
  std::vector<ComponentEntry> take() {
    if (!mistakes_.empty()) throw Error(join(mistakes_, "\n  "));
    return std::move(entries_);
  }

 protected:
  void add_entry(ComponentEntry entry) override {
    for (const std::string& mistake : description_mistakes(entry.info))
      mistakes_.push_back(mistake);
    const std::string component = "the " + kind_and_name(entry.info);
    for (const ComponentEntry& other : entries_) {
      if (other.info.kind != entry.info.kind) continue;
      if (other.info.name == entry.info.name)
        mistakes_.push_back(component + " is registered twice");
      if (other.info.is_default && entry.info.is_default)
        mistakes_.push_back(component + " cannot be the default beside the " +
                            kind_and_name(other.info));
    }
    entries_.push_back(std::move(entry));
  }

 private:
  std::vector<ComponentEntry> entries_;
  std::vector<std::string> mistakes_;
};

}  // namespace

std::vector<ComponentEntry> stage_components(const std::string& plugin,
                                             const EntryPoint& entry_point) {
  const std::string failed = "plugin '" + plugin + "' failed to register its components: ";
  StagedRegistrar registrar;
  try {
    const ComponentOrigin whom{plugin};
    const BeingCalled now(whom, "while it registered its components");
    const KeptEnvironment kept;
    entry_point(registrar);
    be_first_at_exit(plugin);
    return registrar.take();
  } catch (...) {
    throw Error(failed + what_was_thrown());
  }
}

}  // namespace facet
