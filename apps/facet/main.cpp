// The program that has libtorch in it, which `facet` (apps/launcher) becomes: runs a command.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "facet/mapped_files.h"
#include "facet/warning.h"
#include "framework/calls/unexpected_end.h"
#include "results.h"
#include "standard_streams.h"

namespace {

const facet::Command* find_command(const std::string& name) {
  for (const facet::Command& command : facet::commands)
    if (command.name == name) return &command;
  return nullptr;
}

int unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const facet::Command& command : facet::commands) names.emplace_back(command.name);
  std::cerr << "facet: unknown command '" << name << "'" << facet::did_you_mean(name, names)
            << " (see facet --help)\n";
  return facet::exit_mistake;
}

int run(const facet::Command& command, const std::vector<std::string>& arguments) {
  const facet::WarningSink to_the_user(
      [](const std::string& warning) { std::cerr << "warning: " << warning << '\n'; });
  try {
    return command.run(arguments);
  } catch (const facet::OptionsError& error) {
    std::cerr << error.what() << '\n';
    return facet::exit_mistake;
  } catch (const std::filesystem::filesystem_error& error) {
    std::cerr << "facet: " << error.path1().string() << ": " << error.code().message() << '\n';
    return facet::exit_failed;
  } catch (const std::exception& error) {
    std::cerr << "facet: " << facet::reason_of(error) << '\n';
    return facet::exit_failed;
  }
}

int answer(const std::vector<std::string>& words) {
  const std::string name = words.empty() ? "" : words[0];
  const facet::Command* command = find_command(name);
  return command ? run(*command, {words.begin() + 1, words.end()}) : unknown_command(name);
}

}  // namespace

int main(int argc, char** argv) {
  facet::hold_standard_streams();
  facet::tell_of_unexpected_ends();
  facet::exit_at_lost_pages(facet::exit_failed);
  facet::Results results;
  const int code = results.exit_code(answer({argv + 1, argv + argc}));
  facet::tell_of_late_ends();
  return code;
}
