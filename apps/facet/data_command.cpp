#include "commands.h"
#include "data/data_actions.h"

namespace facet {

Command data_command() {
  Command command{"data", "what files hold, and what of it a config reads"};
  command.description = "What the files of a recording hold, and what a config reads of them.";
  command.actions = std::vector<Command>{data_info_command(), data_convert_command()};
  return command;
}

}  // namespace facet
