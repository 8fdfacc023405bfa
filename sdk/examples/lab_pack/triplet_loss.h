#pragma once

#include "facet/criterion.h"
#include "facet/registrar.h"

namespace lab {

/// Every reference with its positive and every negative:
///
///     mean_ij max(0, margin + |reference_i - positive_i|^2 - |reference_i - negative_j|^2)
///
/// The alignment it reports is the mean of the first distance, the uniformity what is left.
class TripletLoss : public facet::ContrastiveCriterion {
 public:
  struct Options {
    double margin = 1.0;

    static void describe(facet::OptionsDescription<Options>& options);
  };
  static const facet::Documentation documentation;

  explicit TripletLoss(const Options& options) : margin_(options.margin) {}

  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override;

 private:
  double margin_;
};

}  // namespace lab
