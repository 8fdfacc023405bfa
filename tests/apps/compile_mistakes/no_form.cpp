// The first error: a criterion is a facet::ContrastiveCriterion or a facet::SupervisedCriterion
#include "facet/criterion.h"
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine : facet::Criterion {};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
