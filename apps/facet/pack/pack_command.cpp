#include "apps/facet/commands.h"
#include "apps/facet/pack/pack_actions.h"

namespace facet {

Command pack_command() {
  Command command{"pack", "build, sign, check, install packs of plugins"};
  command.description =
      "Packs: folders, or archives, of plugins with their checksums and a signature.";
  command.actions =
      std::vector<Command>{pack_build_command(),   pack_sign_command(),    pack_verify_command(),
                           pack_info_command(),    pack_install_command(), pack_upgrade_command(),
                           pack_rebuild_command(), pack_list_command(),    pack_remove_command()};
  return command;
}

}  // namespace facet
