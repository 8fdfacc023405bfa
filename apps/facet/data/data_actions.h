#pragma once

#include "apps/facet/command.h"

namespace facet {

Command data_info_command();
Command data_convert_command();

}  // namespace facet
