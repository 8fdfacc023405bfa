// The program that has libtorch in it, which `facet` (apps/launcher) becomes: runs a command.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "facet/mapped_files.h"
#include "facet/warning.h"
#include "framework/calls/unexpected_end.h"
#include "messages.h"
#include "results.h"
#include "standard_streams.h"

namespace {

using facet::tell_failure;

int run(const facet::Command& command, const std::vector<std::string>& arguments) {
  const facet::WarningSink to_the_user(facet::tell_warning);
  try {
    return facet::run_command(command, arguments);
  } catch (const facet::OptionsError& error) {
    std::cerr << error.what() << '\n';
    return facet::exit_mistake;
  } catch (const std::filesystem::filesystem_error& error) {
    tell_failure(error.path1().string() + ": " + error.code().message());
    return facet::exit_failed;
  } catch (const std::exception& error) {
    tell_failure(facet::reason_of(error));
    return facet::exit_failed;
  }
}

int answer(const std::vector<std::string>& words) {
  const std::string name = words.empty() ? "" : words[0];
  std::vector<std::string> names;
  for (const facet::Command& command : facet::all_commands()) {
    if (command.name == name) return run(command, {words.begin() + 1, words.end()});
    names.push_back(command.name);
  }
  tell_failure("unknown command '" + name + "'" + facet::did_you_mean(name, names) +
               " (see facet --help)");
  return facet::exit_mistake;
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
