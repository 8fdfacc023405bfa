#pragma once

#include "facet/attribution.h"
#include "facet/registrar.h"

namespace facet {

/// Expected gradients: integrated gradients from random baselines, at random points of the path.
class GradientShap : public Attribution {
 public:
  struct Options {
    std::string baselines = "zeros";
    std::int64_t n_samples = 5;
    double stdevs = 0.0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "mean over draws of (z - b) * d y_o / d x at b + a (z - b), with z = x + stdevs "
          "N(0, 1), a uniform on [0, 1] for each window, b a baseline",
      .shapes = "x: B x N x T; the result B x O x N x T",
      .units = "of the embedding",
      .source =
          "Lundberg, Lee, A unified approach to interpreting model predictions, NeurIPS 2017; "
          "Erion, Janizek, Sturmfels, Lundberg, Lee, Nature Machine Intelligence 3 (2021)"};

  explicit GradientShap(const Options& options) : options_(options) {}

  at::Tensor attribute(Model& model, const at::Tensor& windows, Random& random) const override;
  std::string map_name() const override { return "neuron-gradient-shap"; }

 private:
  at::Tensor baselines(const at::Tensor& windows, Random& random) const;

  Options options_;
};

}  // namespace facet
