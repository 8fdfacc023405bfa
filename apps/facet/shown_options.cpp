#include "shown_options.h"

#include <boost/program_options/cmdline.hpp>

namespace facet {

namespace po = boost::program_options;

namespace {

ShownOption shown(const po::option_description& option) {
  ShownOption made{option.long_name()};
  const std::string short_form =
      option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  if (short_form.size() == 2 && short_form[0] == '-') made.letter = short_form.substr(1);
  made.doc = option.description();
  const po::value_semantic& value = *option.semantic();
  made.required = value.is_required();
  if (value.max_tokens() == 0) return made;
  made.repeated = dynamic_cast<const po::typed_value<std::vector<std::string>>*>(&value) != nullptr;
  made.value = value.name();  // `FILE (=run.toml)`
  const std::size_t given = made.value.find(" (=");
  if (given == std::string::npos) return made;
  made.default_value = made.value.substr(given + 3, made.value.size() - given - 4);
  made.value.resize(given);
  return made;
}

}  // namespace

po::options_description all_options(const Command& command) {
  po::options_description options = command.options;
  if (command.reports) options.add_options()("json", "as JSON");
  return options;
}

std::vector<ShownOption> shown_options(const Command& command) {
  const po::options_description options = all_options(command);
  std::vector<ShownOption> all;
  for (const auto& option : options.options()) all.push_back(shown(*option));
  return all;
}

bool may_be_missing(const std::string& positional) {
  return positional.starts_with("[");
}

bool is_list(const std::string& positional) {
  return positional.find("...") != std::string::npos;
}

std::string place_name(const std::string& positional) {
  std::string name =
      may_be_missing(positional) ? positional.substr(1, positional.size() - 2) : positional;
  return is_list(name) ? name.substr(0, name.size() - 3) : name;
}

std::string synopsis(const std::string& path, const Command& command) {
  std::string line = "facet " + path;
  if (!command.actions.empty()) return line + " ACTION [arguments]";
  for (const std::string& word : command.positional) line += " " + word;
  bool others = false;
  for (const ShownOption& option : shown_options(command)) {
    if (option.required) line += " --" + option.name + " " + option.value;
    others |= !option.required;
  }
  return line + (others ? " [options]" : "");
}

}  // namespace facet
