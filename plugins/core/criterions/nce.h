#pragma once

#include "facet/criterion.h"
#include "facet/options.h"
#include "facet/registrar.h"

namespace facet {

/// Noise contrastive estimation: positives and negatives told apart by logistic regression on the
/// dot product.
class NCE : public ContrastiveCriterion {
 public:
  struct Options {
    double temperature = 1.0;
    double negative_weight = 1.0;
    std::string reduce = "mean";

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "phi(x, y) = x . y / temperature; alignment = -mean_i log sigmoid "
          "phi(reference_i, positive_i); uniformity = -mean_i reduce_j log "
          "sigmoid(-phi(reference_i, negative_j)); total = alignment + negative_weight * "
          "uniformity",
      .shapes = "reference, positive: B x d; negative: M x d; each result a scalar",
      .units = "nats",
      .source = "Gutmann, Hyvarinen, Journal of Machine Learning Research 13 (2012)"};

  explicit NCE(const Options& options) : options_(options) {}

  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;
  bool is_mean_over_references() const override { return true; }

 private:
  Options options_;
};

}  // namespace facet
