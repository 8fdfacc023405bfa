#include "command_line.h"

#include <algorithm>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <iostream>

#include "exit_codes.h"
#include "facet/error.h"
#include "help.h"
#include "shown_options.h"
#include "usage.h"

namespace facet {

namespace po = boost::program_options;

namespace {

/// A command, and the words that lead to it: `plugin new`.
struct Reached {
  std::string path;
  const Command& command;
};

[[noreturn]] void wrong_arguments(const std::string& what, const Reached& reached) {
  wrong_usage(what + "\nusage: " + synopsis(reached.path, reached.command) + "\n(facet " +
              reached.path + " --help tells more)");
}

bool asks_for_help(const Texts& arguments) {
  return std::ranges::any_of(
      arguments, [](const std::string& word) { return word == "--help" || word == "-h"; });
}

std::string nearest_option(const std::string& given, const Command& command) {
  Texts names;
  for (const ShownOption& option : shown_options(command)) names.push_back("--" + option.name);
  return did_you_mean(given, names);
}

const Command& named_action(const Reached& group, const Texts& arguments) {
  if (arguments.empty()) wrong_arguments("ACTION is missing", group);
  Texts names;
  for (const Command& action : group.command.actions) {
    if (action.name == arguments[0]) return action;
    names.push_back(action.name);
  }
  wrong_arguments("unknown action '" + arguments[0] + "'" + did_you_mean(arguments[0], names),
                  group);
}

int run_reached(const Reached& reached, const Texts& arguments) {
  const Command& command = reached.command;
  const bool is_group = !command.actions.empty();
  const bool names_action = is_group && !arguments.empty() && !arguments[0].starts_with("-");
  if (!names_action && asks_for_help(arguments)) {
    std::cout << command_help(reached.path, command);
    return exit_done;
  }
  if (!is_group) return command.run(parse_command_line(reached.path, command, arguments));
  const Command& action = named_action(reached, arguments);
  return run_reached({reached.path + " " + action.name, action},
                     {arguments.begin() + 1, arguments.end()});
}

/// A file or a folder without a name is none.
void require_names(const Given& given, const Reached& reached) {
  for (const ShownOption& option : shown_options(reached.command))
    if ((option.value == "FILE" || option.value == "DIR") && given.count(option.name) &&
        !given[option.name].defaulted() && given[option.name].as<std::string>().empty())
      wrong_arguments("--" + option.name + " is empty: it must name a " +
                          (option.value == "FILE" ? "file" : "folder"),
                      reached);
}

}  // namespace

Given parse_command_line(const std::string& path, const Command& command, const Texts& arguments) {
  const Reached reached{path, command};
  po::options_description all = all_options(command);
  po::positional_options_description places;
  for (const std::string& positional : command.positional) {
    const std::string name = place_name(positional);
    if (is_list(positional))
      all.add_options()(name.c_str(), po::value<Texts>());
    else
      all.add_options()(name.c_str(), po::value<std::string>());
    places.add(name.c_str(), is_list(positional) ? -1 : 1);
  }
  Given given;
  try {
    // A long option in full, so that a later one cannot make an abbreviation ambiguous.
    const int style =
        po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(places).style(style).run(),
              given);
    po::notify(given);
  } catch (const po::unknown_option& error) {
    wrong_arguments(error.what() + nearest_option(error.get_option_name(), command), reached);
  } catch (const po::error& error) {
    wrong_arguments(error.what(), reached);
  }
  for (const std::string& positional : command.positional)
    if (!may_be_missing(positional) && !given.count(place_name(positional)))
      wrong_arguments(place_name(positional) + " is missing", reached);
  require_names(given, reached);
  return given;
}

int run_command(const Command& command, const Texts& arguments) {
  return run_reached({command.name, command}, arguments);
}

ExistingFile existing_file(const Given& given) {
  return given.count("overwrite") ? ExistingFile::overwritten : ExistingFile::refused;
}

}  // namespace facet
