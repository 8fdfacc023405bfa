#pragma once

#include "facet/registrar.h"

namespace facet {

void register_masks(Registrar& registrar);

}  // namespace facet
