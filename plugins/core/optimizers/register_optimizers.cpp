#include "register_optimizers.h"

#include "gradient_descent.h"

namespace facet {

void register_optimizers(Registrar& registrar) {
  registrar.add<Adam>("Adam", "adaptive moments");
  registrar.add<SGD>("SGD", "stochastic gradient descent");
}

}  // namespace facet
