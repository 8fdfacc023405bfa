// The first error: a component without public Options has a public constructor
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

class Mine : public facet::Scheduler {
  Mine() = default;

 public:
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
