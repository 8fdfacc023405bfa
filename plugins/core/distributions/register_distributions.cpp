#include "register_distributions.h"

#include "delta_normal.h"
#include "delta_vmf.h"
#include "discrete.h"
#include "mixed.h"
#include "prior_distribution.h"
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
  registrar.add<DeltaVmf>("delta_vmf",
                          "positives whose label points in a direction around the reference's");
  registrar.add<Mixed>(
      "mixed", "positives of the same class whose label differs as labels do within a time");
  registrar.add<PriorDistribution>("prior",
                                   "positives drawn as references are, whatever these are");
  registrar.add<Discrete>("discrete", "positives of the same class as their references");
  registrar.add_default<EmpiricalPrior>("empirical", "every bin equally likely");
  registrar.add<UniformPrior>("uniform", "every class of a discrete label equally likely");
}

}  // namespace facet
