#pragma once

#include "facet/registrar.h"

namespace facet {

void register_optimizers(Registrar& registrar);

}  // namespace facet
