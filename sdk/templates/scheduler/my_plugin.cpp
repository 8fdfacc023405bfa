#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

/// A weight that sets in at a step, the same for every objective. In a config, beside a
/// regularizer:
///
///     weight = { name = "late-weight", from_step = 500, weight = 0.1 }
class LateWeight : public facet::Scheduler {
 public:
  struct Options {
    std::int64_t from_step = 100;
    double weight = 1.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("from_step", &Options::from_step, "the first step that it counts in").at_least(0);
      options.add("weight", &Options::weight, "how much it counts from then on").at_least(0);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "weight where step >= from_step, else off", .units = "from_step in steps"};

  LateWeight(const Options& options, const Arguments& arguments)
      : options_(options), num_objectives_(arguments.num_objectives) {}

  std::optional<std::vector<double>> weights(std::int64_t step) const override {
    if (step < options_.from_step) return std::nullopt;
    return std::vector<double>(static_cast<std::size_t>(num_objectives_), options_.weight);
  }

 private:
  Options options_;
  std::int64_t num_objectives_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<LateWeight>("late-weight", "a weight that sets in at a step");
}
