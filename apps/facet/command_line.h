#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "framework/run_folder/output_file.h"

namespace facet {

/// Runs a command with the arguments that follow its name: the action that they name, or itself
/// with what they give; shows its help where `--help` is among them. Throws OptionsError with its
/// usage where they are not what it takes.
int run_command(const Command& command, const Texts& arguments);

/// Reads the arguments of a command that is reached by the words `path`, with the defaults of what
/// is left out. Throws OptionsError with its usage.
Given parse_command_line(const std::string& path, const Command& command, const Texts& arguments);

/// What becomes of a file where a command writes: by its option `overwrite`.
ExistingFile existing_file(const Given& given);

}  // namespace facet
