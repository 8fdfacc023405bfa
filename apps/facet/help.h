#pragma once

#include <string>
#include <vector>

#include "command.h"

namespace facet {

/// What `facet --help` shows. The launcher has it as a generated file.
std::string program_help(const std::vector<Command>& commands);

/// What `facet PATH --help` shows of the command that is reached by these words.
std::string command_help(const std::string& path, const Command& command);

}  // namespace facet
