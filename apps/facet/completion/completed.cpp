#include "apps/facet/completion/completed.h"

#include "framework/config/run_config.h"

namespace facet {

namespace {

Completed completed(const Command& command, const std::string& name, const std::string& shown) {
  static const std::map<std::string, Completed::Kind> kinds = {
      {"CONFIG", Completed::configs}, {"DATA", Completed::files},
      {"DIR", Completed::folders},    {"FILE", Completed::files},
      {"FOLDER", Completed::folders}, {"KEY=V,V", Completed::keys},
      {"KEY=VALUE", Completed::keys}, {"KEY=LOW..HIGH", Completed::keys},
      {"PACK", Completed::files},     {"RUN", Completed::folders}};
  if (const auto words = command.choices.find(name); words != command.choices.end())
    return {Completed::words, words->second};
  const auto kind = kinds.find(shown);
  return {kind == kinds.end() ? Completed::nothing : kind->second, {}};
}

void add_keys(Texts& keys, const std::vector<OptionInfo>& options, const std::string& outer) {
  for (const OptionInfo& option : options) {
    const std::string key = join_key(outer, option.name);
    const bool has_own_value =
        option.type != OptionType::table && option.type != OptionType::tables;
    if (has_own_value) keys.push_back(key + "=");
    add_keys(keys, option.members, option.type == OptionType::tables ? item_key(key, 0) : key);
  }
}

}  // namespace

Completed completed_word(const Command& command, const std::string& positional) {
  return completed(command, place_name(positional), place_name(positional));
}

Completed completed_value(const Command& command, const ShownOption& option) {
  return completed(command, option.name, option.value);
}

std::vector<CompletedCommand> completed_commands(const std::vector<Command>& commands) {
  std::vector<CompletedCommand> all;
  for (const Command& command : commands) {
    all.push_back({command.name, command});
    for (const Command& action : command.actions)
      all.push_back({command.name + " " + action.name, action});
  }
  return all;
}

Texts config_keys() {
  Texts keys;
  add_keys(keys, OptionsDescription<RunConfig>().infos(), "");
  return keys;
}

Texts names_of(const std::vector<Command>& commands) {
  Texts names;
  for (const Command& command : commands) names.push_back(command.name);
  return names;
}

}  // namespace facet
