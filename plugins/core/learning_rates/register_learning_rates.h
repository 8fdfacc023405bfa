#pragma once

#include "facet/registrar.h"

namespace facet {

void register_learning_rates(Registrar& registrar);

}  // namespace facet
