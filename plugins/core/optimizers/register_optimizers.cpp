#include "register_optimizers.h"

#include "adagrad.h"
#include "adam.h"
#include "lbfgs.h"
#include "rmsprop.h"
#include "sgd.h"

namespace facet {

void register_optimizers(Registrar& registrar) {
  registrar.add_default<Adam>("Adam", "adaptive moments");
  registrar.add<AdamW>("AdamW", "Adam with a weight decay apart from the gradient");
  registrar.add<SGD>("SGD", "stochastic gradient descent");
  registrar.add<RMSprop>("RMSprop", "gradients divided by their running size");
  registrar.add<Adagrad>("Adagrad", "gradients divided by their size since the start");
  registrar.add<LBFGS>("LBFGS", "limited-memory BFGS, several evaluations of the loss a step");
}

}  // namespace facet
