#pragma once

#include "apps/facet/command.h"

// The actions of `facet pack`.
namespace facet {

Command pack_build_command();
Command pack_sign_command();
Command pack_verify_command();
Command pack_info_command();
Command pack_install_command();
Command pack_upgrade_command();
Command pack_rebuild_command();
Command pack_list_command();
Command pack_remove_command();

}  // namespace facet
