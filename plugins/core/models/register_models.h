#pragma once

#include "facet/registrar.h"

namespace facet {

void register_models(Registrar& registrar);

}  // namespace facet
