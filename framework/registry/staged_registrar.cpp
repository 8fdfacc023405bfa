#include "framework/registry/staged_registrar.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "facet/kinds.h"
#include "framework/calls/call.h"
#include "framework/calls/signal_guards.h"

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

bool well_formed_option(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '_' || c == '-';
  });
}

/// What is wrong with an option's own default; empty: nothing.
std::string default_mistake(const OptionInfo& option) {
  const Value& value = option.default_value;
  const bool single = option.type == OptionType::number || option.type == OptionType::integer ||
                      option.type == OptionType::text;
  if (!single || value.is_nothing()) return "";
  if (option.type == OptionType::number && std::isnan(value.number()))
    return "'" + option.name + "' is NaN by default";
  Problems problems;
  check_options({option}, {{option.name, value}}, {}, "", problems);
  return problems.empty() ? "" : to_string(problems.all()[0]) + " by default";
}

/// What is wrong with the options that a component describes; empty: nothing.
std::string description_mistake(const std::vector<OptionInfo>& options) {
  std::set<std::string> names;
  for (const OptionInfo& option : options) {
    if (!well_formed_option(option.name))
      return "the name '" + option.name + "' must consist of letters, digits, '_' and '-'";
    if (!names.insert(option.name).second) return "'" + option.name + "' is described twice";
    if (!option.choices.empty() && option.type != OptionType::text &&
        option.type != OptionType::integer)
      return "'" + option.name + "' is a " + to_string(option.type) +
             ", which has no choices or words: one_of goes with a text, or_word with an "
             "IntegerOrWord";
    if (const std::string mistake = default_mistake(option); !mistake.empty()) return mistake;
    if (const std::string mistake = description_mistake(option.members); !mistake.empty())
      return option.name + ": " + mistake;
  }
  return "";
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
    if (const std::string mistake = description_mistake(entry.info.options); !mistake.empty())
      throw Error("the options of the " + component + " cannot be used: " + mistake);
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
    const ComponentOrigin whom{plugin};
    const BeingCalled now(whom, "while it registered its components");
    const KeptEnvironment kept;
    entry_point(registrar);
    be_first_at_exit();
  } catch (...) {
    throw Error(failed + what_was_thrown());
  }
  return registrar.take();
}

}  // namespace facet
