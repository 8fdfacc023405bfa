#include <ATen/ops/cdist.h>

#include "facet/criterion.h"
#include "facet/plugin.h"

namespace {

/// Pulls positives to their reference and pushes negatives out to a margin. In a config:
///
///     loss = { name = "MarginLoss", margin = 0.5 }
///
/// It is
///
///     mean_i |reference_i - positive_i|^2 + mean_ij max(0, margin - |reference_i - negative_j|)^2
class MarginLoss : public facet::ContrastiveCriterion {
 public:
  struct Options {
    double margin = 1.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("margin", &Options::margin, "the distance at which negatives are left alone")
          .above(0);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "mean |r - p|^2 + mean max(0, margin - |r - n|)^2",
      .source =
          "Hadsell, Chopra, LeCun: Dimensionality reduction by learning an invariant mapping "
          "(2006)"};

  explicit MarginLoss(const Options& options) : margin_(options.margin) {}

  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const at::Tensor alignment = (reference - positive).square().sum(1).mean();
    const at::Tensor distance = at::cdist(reference, negative);
    const at::Tensor uniformity = (margin_ - distance).clamp_min(0).square().mean();
    return {alignment + uniformity, alignment, uniformity};
  }

 private:
  double margin_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<MarginLoss>("MarginLoss", "squared distances, negatives up to a margin");
}
