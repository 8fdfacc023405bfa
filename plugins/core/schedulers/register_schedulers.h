#pragma once

#include "facet/registrar.h"

namespace facet {

void register_schedulers(Registrar& registrar);

}  // namespace facet
