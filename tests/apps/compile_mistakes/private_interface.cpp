// The first error: derives publicly from one interface of the sdk
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

class Mine : facet::Scheduler {
 public:
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
