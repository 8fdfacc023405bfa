// The first error: derives publicly from one interface of the sdk
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine {
  std::optional<std::vector<double>> weights(std::int64_t) const { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
