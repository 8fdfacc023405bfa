// The first error: overrides every function of its interface that is = 0
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine : facet::Scheduler {
  std::optional<std::vector<double>> weights(int) const { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
