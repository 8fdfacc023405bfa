#include <cmath>

#include "facet/distribution.h"
#include "facet/plugin.h"

namespace {

/// References and negatives from the last part of the recording alone. In a config:
///
///     [training]
///     prior = { name = "LastPart", part = 0.5 }
class LastPart : public facet::Prior {
 public:
  struct Options {
    double part = 0.5;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("part", &Options::part, "how much of the bins is drawn from").above(0).at_most(1);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "uniform among the last ceil(part * bins) bins"};

  LastPart(const Options& options, const facet::SamplingSpace& space)
      : bins_(space.bins),
        count_(static_cast<std::int64_t>(
            std::ceil(options.part * static_cast<double>(space.bins.size())))) {}

  std::vector<std::int64_t> sample(std::int64_t count, facet::Random& random) const override {
    std::vector<std::int64_t> drawn;
    for (std::int64_t i = 0; i < count; ++i)
      drawn.push_back(bins_[bins_.size() - count_ + random.below(count_)]);
    return drawn;
  }

 private:
  facet::Bins bins_;
  std::int64_t count_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<LastPart>("LastPart", "uniform among the last bins");
}
