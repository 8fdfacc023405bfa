#include "register_regularizers.h"

#include "jacobian_reg.h"

namespace facet {

void register_regularizers(Registrar& registrar) {
  registrar.add<JacobianReg>("JacobianReg", "the Jacobian's squared norm, by random projections");
}

}  // namespace facet
