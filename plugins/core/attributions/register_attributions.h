#pragma once

#include "facet/registrar.h"

namespace facet {

void register_attributions(Registrar& registrar);

}  // namespace facet
