// The first error: derives publicly from one interface of the sdk
#include "facet/learning_rate.h"
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine : facet::Scheduler, facet::LearningRate {
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
  double factor(std::int64_t) const override { return 1; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
