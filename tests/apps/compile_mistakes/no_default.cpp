// The first error: have a default for each member
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Mine : facet::Scheduler {
  struct Options {
    double end;
    explicit Options(double last) : end(last) {}
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("end", &Options::end, "the last weight");
    }
  };
  explicit Mine(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
