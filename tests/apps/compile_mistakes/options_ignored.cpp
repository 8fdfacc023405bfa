// The first error: a component that has Options has a public constructor that takes them
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine : facet::Scheduler {
  struct Options {
    double end = 1;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("end", &Options::end, "the last weight");
    }
  };
  Mine() = default;
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
