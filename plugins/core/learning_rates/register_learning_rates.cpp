#include "register_learning_rates.h"

#include "learning_rates.h"

namespace facet {

void register_learning_rates(Registrar& registrar) {
  registrar.add<ConstantRate>("constant", "the same learning rate at every step");
  registrar.add<StepwiseRate>("step", "lowered every so many steps");
  registrar.add<CosineRate>("cosine", "half a cosine from the whole learning rate to its end");
  registrar.add<WarmUpRate>("warm-up", "a linear rise at the beginning");
}

}  // namespace facet
