#include "described_options.h"

#include <algorithm>

#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

std::string flag(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

/// The words that it may be.
Texts choices_of(const OptionInfo& option) {
  return option.type == OptionType::boolean ? Texts{"true", "false"} : option.choices;
}

}  // namespace

void add_described_options(Command& command, const std::vector<OptionInfo>& infos) {
  for (const OptionInfo& option : infos) {
    const std::string help = option.doc + " (default " + option.default_value.to_string() + ")";
    command.options.add_options()(flag(option.name).c_str(), text_of("VALUE"), help.c_str());
    if (const Texts words = choices_of(option); !words.empty())
      command.choices[flag(option.name)] = words;
  }
}

Table described_options(const Given& given, const std::vector<OptionInfo>& infos) {
  Table table;
  for (const OptionInfo& option : infos) {
    if (!given.count(flag(option.name))) continue;
    const std::string text = given[flag(option.name)].as<std::string>();
    table.set(option.name, parse_toml_value(text, {}).value_or(Value(text)));
  }
  return table;
}

}  // namespace facet
