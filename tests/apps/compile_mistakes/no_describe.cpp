// The first error: have a public static void describe(facet::OptionsDescription<Options>&)
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine : facet::Scheduler {
  struct Options {
    double end = 1;
  };
  explicit Mine(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
