#include "register_schedulers.h"

#include "constant_weight.h"
#include "linear_scheduler.h"

namespace facet {

void register_schedulers(Registrar& registrar) {
  registrar.add_default<ConstantWeight>("constant-weight", "the same weights at every step");
  registrar.add<LinearScheduler>("linear-scheduler", "a linear ramp, switched off after its end");
  registrar.add<LinearRampUp>("linear-ramp-up", "a linear ramp whose last weight stays");
}

}  // namespace facet
