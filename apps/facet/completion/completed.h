#pragma once

#include <string>
#include <vector>

#include "apps/facet/command.h"
#include "apps/facet/shown_options.h"

namespace facet {

/// What a shell completes at a place of the command line.
struct Completed {
  enum Kind { nothing, words, files, configs, folders, keys } kind = nothing;
  Texts choices = {};  ///< the words
};

/// By what stands for the place in the help: `RUN` is a folder, `CONFIG` a TOML file.
Completed completed_word(const Command& command, const std::string& positional);
Completed completed_value(const Command& command, const ShownOption& option);

/// A command, or an action of one, and the words that lead to it.
struct CompletedCommand {
  std::string path;  ///< `plugin new`
  Command command;
};

/// Commands, those with actions before these.
std::vector<CompletedCommand> completed_commands(const std::vector<Command>& commands);

/// What `--set`, `--grid` and `--random` take of a config, each with its `=`: `training.steps=`.
Texts config_keys();

Texts names_of(const std::vector<Command>& commands);

}  // namespace facet
