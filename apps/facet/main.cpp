// The command line of Facet: one file a command.
#include <torch/version.h>

#include <algorithm>
#include <exception>
#include <iostream>

#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "facet/warning.h"
#include "usage.h"

namespace {

struct Command {
  const char* name;
  int (*run)(const std::vector<std::string>& arguments);
  const char* summary;
};

constexpr Command commands[] = {
    {"train", facet::train_command, "train an encoder on a recording, as a config file says"},
    {"check", facet::check_command, "all mistakes in a config and the data it names"},
    {"embed", facet::embed_command, "the embedding of a recording by a trained run"},
    {"adapt", facet::adapt_command, "a run's encoder for a recording of other neurons"},
    {"evaluate", facet::evaluate_command, "held-out losses, and labels decoded from the facets"},
    {"attribute", facet::attribute_command, "which neurons the facets of a run depend on"},
    {"compare", facet::compare_command, "how far the embeddings of runs or sessions agree"},
    {"components", facet::components_command, "losses, distributions, models and their options"},
    {"plugin", facet::plugin_command, "list plugins, look into one, start a new one"},
    {"pack", facet::pack_command, "install, list and remove packs of plugins"},
    {"simulate", facet::simulate_command, "make a recording whose latents are known"},
};

void write_help(std::ostream& out) {
  out << "usage: facet COMMAND [arguments]\n"
         "       facet COMMAND --help | --help | --version\n\n";
  for (const Command& command : commands) {
    std::string name = command.name;
    name.resize(12, ' ');
    out << "  " << name << command.summary << '\n';
  }
  out << '\n' << facet::exit_codes_text;
}

const Command* find_command(const std::string& name) {
  const auto found = std::find_if(std::begin(commands), std::end(commands),
                                  [&](const Command& command) { return command.name == name; });
  return found == std::end(commands) ? nullptr : found;
}

int unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.emplace_back(command.name);
  std::cerr << "facet: unknown command '" << name << "'" << facet::did_you_mean(name, names)
            << " (see facet --help)\n";
  return facet::exit_mistake;
}

/// A command that is asked for help throws its usage like one that is used wrongly.
int run(const Command& command, const std::vector<std::string>& arguments) {
  const bool help = facet::asks_for_help(arguments);
  const facet::WarningSink to_the_user(
      [](const std::string& warning) { std::cerr << "warning: " << warning << '\n'; });
  try {
    return command.run(arguments);
  } catch (const facet::OptionsError& error) {
    (help ? std::cout : std::cerr) << error.what() << '\n';
    return help ? facet::exit_done : facet::exit_mistake;
  } catch (const std::exception& error) {
    std::cerr << "facet: " << error.what() << '\n';
    return facet::exit_failed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) {
    write_help(std::cerr);
    return facet::exit_mistake;
  }
  if (words[0] == "--help" || words[0] == "-h") {
    write_help(std::cout);
    return facet::exit_done;
  }
  if (words[0] == "--version") {
    std::cout << "facet " << FACET_VERSION << " (libtorch " << TORCH_VERSION << ")\n";
    return facet::exit_done;
  }
  const Command* command = find_command(words[0]);
  return command ? run(*command, {words.begin() + 1, words.end()}) : unknown_command(words[0]);
}
