#pragma once

#include "facet/registrar.h"

namespace facet {

void register_regularizers(Registrar& registrar);

}  // namespace facet
