#pragma once

#include <torch/nn/modules/linear.h>

#include "encoder.h"

namespace facet {

/// supervised1-model and supervised10-model: features, and behind them `label_num` columns that a
/// linear classifier predicts from the features.
class SupervisedModel : public Encoder {
 public:
  struct Options {
    std::int64_t num_units = 32;
    std::int64_t num_output = 8;
    std::int64_t label_num = 0;
    bool convolutional = false;  // what makes the family; not an option

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "features = max(0, f(x)), prediction = Linear(O to label_num)(features); f is that of "
          "offset1-model or offset10-model without normalize",
      .shapes =
          "B x N x 1 or B x N x 10 to B x (O + label_num): columns 0:O are the features, the "
          "others the prediction, for a supervised objective with slice = [O, O + label_num]",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  SupervisedModel(const Options& options, const Arguments& arguments);

  at::Tensor forward(const at::Tensor& windows) override;
  std::vector<Layer> layers() const override;

 private:
  torch::nn::Linear classifier_ = nullptr;  // null without labels
};

}  // namespace facet
