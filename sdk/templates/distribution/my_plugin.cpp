#include "facet/distribution.h"
#include "facet/error.h"
#include "facet/plugin.h"

namespace {

/// The positive of bin t is one of the bins t + 1 ... t + lag. In a config:
///
///     distribution = { name = "SoonAfter", lag = 5 }
class SoonAfter : public facet::Distribution {
 public:
  struct Options {
    std::int64_t lag = 10;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("lag", &Options::lag, "how many bins later a positive may be").at_least(1);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "positive = reference + step, step uniform in 1 ... lag", .units = "lag in bins"};

  SoonAfter(const Options& options, const facet::SamplingSpace& space)
      : lag_(options.lag), references_(space.bins.shifted_inside(options.lag)) {
    if (references_.empty())
      throw facet::Error("no segment is longer than lag = " + std::to_string(lag_) + " bins");
  }

  const facet::Bins& references() const override { return references_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   facet::Random& random) const override {
    std::vector<std::int64_t> positives;
    for (const std::int64_t reference : references)
      positives.push_back(reference + 1 + random.below(lag_));
    return positives;
  }

 private:
  std::int64_t lag_;
  facet::Bins references_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<SoonAfter>("SoonAfter", "positives that follow their reference soon");
}
