#include "register_distributions.h"

#include "delta_normal.h"
#include "discrete.h"
#include "priors.h"
#include "time_delta.h"
#include "time_offset.h"

namespace facet {

void register_distributions(Registrar& registrar) {
  registrar.add<Time>("time", "positives a fixed time after their references");
  registrar.add<TimeDelta>("time_delta",
                           "positives whose label differs as labels do within a time");
  registrar.add<DeltaNormal>(
      "delta_normal", "positives whose label is normally distributed around the reference's");
  registrar.add<Discrete>("discrete", "positives of the same class as their references");
  registrar.add<EmpiricalPrior>("empirical", "every bin equally likely");
  registrar.add<UniformPrior>("uniform", "every class of a discrete label equally likely");
}

}  // namespace facet
