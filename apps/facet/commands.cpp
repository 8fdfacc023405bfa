#include "commands.h"

namespace facet {

std::vector<Command> all_commands() {
  std::vector<Command> commands;
  for (const auto command : command_table) commands.push_back(command());
  return commands;
}

}  // namespace facet
