#pragma once

#include "facet/registrar.h"

namespace facet {

void register_distributions(Registrar& registrar);

}  // namespace facet
