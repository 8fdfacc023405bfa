#pragma once

#include "facet/criterion.h"
#include "facet/registrar.h"

namespace facet {

/// Cross entropy between the softmax of the prediction and a class or probabilities.
class CrossEntropyLoss : public SupervisedCriterion {
 public:
  struct Options {
    std::vector<double> weight;
    double label_smoothing = 0.0;
    std::string reduction = "mean";

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "-log softmax(prediction)[class], or -sum_c target_c log softmax(prediction)_c; "
          "times the class's weight; averaged (by the weights) or summed",
      .shapes = "prediction: B x classes; target: B classes from 0, or B x classes probabilities",
      .units = "nats"};

  explicit CrossEntropyLoss(const Options& options);

  at::Tensor forward(const at::Tensor& prediction, const Targets& targets) override;
  bool accepts(LabelKind) const override { return true; }

 private:
  std::vector<double> weight_;
  double label_smoothing_;
  std::int64_t reduction_;
};

}  // namespace facet
