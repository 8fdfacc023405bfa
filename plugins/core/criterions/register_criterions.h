#pragma once

#include "facet/registrar.h"

namespace facet {

void register_criterions(Registrar& registrar);

}  // namespace facet
