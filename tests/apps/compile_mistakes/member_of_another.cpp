// The first error: an option is a member of the Options that are described
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Other {
  double end = 1;
};

struct Mine : facet::Scheduler {
  struct Options {
    double end = 1;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("end", &Other::end, "the last weight");
    }
  };
  explicit Mine(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
