// The first error: a component without public Options
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

class Mine : public facet::Scheduler {
  struct Options {
    double end = 1;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("end", &Options::end, "the last weight");
    }
  };

 public:
  explicit Mine(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
