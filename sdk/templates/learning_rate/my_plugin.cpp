#include <cmath>

#include "facet/learning_rate.h"
#include "facet/plugin.h"

namespace {

/// Halves the learning rate again and again. In a config:
///
///     [training]
///     learning_rate = { name = "halving", every = 1000 }
class Halving : public facet::LearningRate {
 public:
  struct Options {
    std::int64_t every = 1000;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("every", &Options::every, "after how many steps it is halved").at_least(1);
    }
  };
  static inline const facet::Documentation documentation = {.formula = "0.5^floor(step / every)",
                                                            .units = "every in steps"};

  explicit Halving(const Options& options) : every_(options.every) {}

  double factor(std::int64_t step) const override {
    return std::pow(0.5, static_cast<double>(step / every_));
  }

 private:
  std::int64_t every_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Halving>("halving", "half the learning rate after every so many steps");
}
