#pragma once

#include "facet/criterion.h"
#include "facet/registrar.h"

namespace facet {

/// What the losses of single elements have in common.
class ElementwiseLoss : public SupervisedCriterion {
 public:
  struct Options {
    std::string reduction = "mean";

    static void describe(OptionsDescription<Options>& options);
  };

  explicit ElementwiseLoss(const Options& options);
  bool accepts(LabelKind label) const override { return label == LabelKind::continuous; }

 protected:
  std::int64_t reduction_;
};

class MSELoss : public ElementwiseLoss {
 public:
  static inline const Documentation documentation{
      .formula = "(prediction - target)^2, averaged or summed over all elements",
      .shapes = "prediction, target: B x d; the result a scalar",
      .units = "the label's unit, squared"};
  using ElementwiseLoss::ElementwiseLoss;
  at::Tensor forward(const at::Tensor& prediction, const Targets& targets) override;
};

class L1Loss : public ElementwiseLoss {
 public:
  static inline const Documentation documentation{
      .formula = "|prediction - target|, averaged or summed over all elements",
      .shapes = "prediction, target: B x d; the result a scalar",
      .units = "the label's unit"};
  using ElementwiseLoss::ElementwiseLoss;
  at::Tensor forward(const at::Tensor& prediction, const Targets& targets) override;
};

}  // namespace facet
