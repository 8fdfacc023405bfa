#pragma once

#include "apps/facet/command.h"

// The actions of `facet plugin`.
namespace facet {

Command plugin_list_command();
Command plugin_doctor_command();
Command plugin_info_command();
Command plugin_new_command();
Command plugin_build_command();
Command plugin_check_command();
Command plugin_trust_command();

}  // namespace facet
