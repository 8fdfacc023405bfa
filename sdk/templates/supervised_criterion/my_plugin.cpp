
#include <cmath>

#include "facet/criterion.h"
#include "facet/error.h"
#include "facet/plugin.h"

namespace {

/// Squared errors that are small, and absolute errors that are large. In a config:
///
///     loss = { name = "LogCoshLoss", scale = 0.5 }
///     target = "position"
class LogCoshLoss : public facet::SupervisedCriterion {
 public:
  struct Options {
    double scale = 1.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("scale", &Options::scale, "the error from which on it is an absolute one")
          .above(0);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "scale^2 mean log cosh((prediction - target) / scale)"};

  explicit LogCoshLoss(const Options& options) : scale_(options.scale) {}

  at::Tensor forward(const at::Tensor& prediction, const facet::Targets& targets) override {
    if (prediction.sizes() != targets.target.sizes())
      throw facet::Error("the label must have as many columns as the slice");
    const at::Tensor error = (prediction - targets.target).abs() / scale_;
    // log cosh x = x + log(1 + exp(-2 x)) - log 2, which does not overflow.
    return scale_ * scale_ * (error + (error * -2).exp().log1p() - std::log(2.0)).mean();
  }
  bool accepts(facet::LabelKind label) const override {
    return label == facet::LabelKind::continuous;
  }

 private:
  double scale_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<LogCoshLoss>("LogCoshLoss", "squared small errors, absolute large ones");
}
