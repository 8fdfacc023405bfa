#include "apps/facet/commands.h"
#include "apps/facet/plugin/plugin_actions.h"

namespace facet {

Command plugin_command() {
  Command command{"plugin", "list plugins, look into one, start a new one"};
  command.description = "The plugins, which offer the components that a config chooses from.";
  command.actions = std::vector<Command>{
      plugin_list_command(),  plugin_doctor_command(), plugin_info_command(), plugin_new_command(),
      plugin_build_command(), plugin_check_command(),  plugin_trust_command()};
  return command;
}

}  // namespace facet
