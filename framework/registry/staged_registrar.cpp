#include "framework/registry/staged_registrar.h"

#include <algorithm>
#include <cctype>

#include "facet/kinds.h"

namespace facet {

namespace {

bool well_formed(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '.' || c == '_' || c == '-';
  });
}

std::string kind_and_name(const ComponentInfo& info) {
  return info.kind + " '" + info.name + "'";
}

/// Keeps what is added until the entry point has returned.
class StagedRegistrar final : public Registrar {
 public:
  std::vector<ComponentEntry> take() { return std::move(entries_); }

 protected:
  void add_entry(ComponentEntry entry) override {
    const std::string component = kind_and_name(entry.info);
    if (!well_formed(entry.info.name))
      throw Error("the name of the " + component +
                  " must consist of letters, digits, '.', '_' and '-'");
    for (const OptionInfo& option : entry.info.options)
      if (is_reserved(entry.info.kind, option.name))
        throw Error("the " + component + " cannot call an option '" + option.name +
                    "': a config has a key of the engine there");
    for (const ComponentEntry& other : entries_) {
      if (other.info.kind != entry.info.kind) continue;
      if (other.info.name == entry.info.name)
        throw Error("the " + component + " is registered twice");
      if (other.info.is_default && entry.info.is_default)
        throw Error("the " + component + " cannot be the default beside the " +
                    kind_and_name(other.info));
    }
    entries_.push_back(std::move(entry));
  }

 private:
  std::vector<ComponentEntry> entries_;
};

}  // namespace

std::vector<ComponentEntry> stage_components(const std::string& plugin,
                                             const EntryPoint& entry_point) {
  const std::string failed = "plugin '" + plugin + "' failed to register its components: ";
  StagedRegistrar registrar;
  try {
    entry_point(registrar);
  } catch (const std::exception& error) {
    const std::string what = error.what();
    throw Error(failed + (what.empty() ? "it threw an exception without a message" : what));
  } catch (...) {
    throw Error(failed + "it threw something that is not a std::exception");
  }
  return registrar.take();
}

}  // namespace facet
