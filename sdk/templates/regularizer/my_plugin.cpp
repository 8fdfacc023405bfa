#include <torch/csrc/autograd/autograd.h>

#include "facet/plugin.h"
#include "facet/regularizer.h"

namespace {

/// Holds how fast the embedding changes with the signals near a wanted value. In a config:
///
///     [training]
///     regularizer = { name = "SlopePenalty", slope = 1.0, weight = { name = "constant-weight" } }
class SlopePenalty : public facet::Regularizer {
 public:
  struct Options {
    double slope = 1.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("slope", &Options::slope, "what the gradient's length should be").at_least(0);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "mean_b (|d sum_k output_bk / d window_b| - slope)^2",
      .source = "Gulrajani et al., Improved training of Wasserstein GANs (2017)"};

  explicit SlopePenalty(const Options& options) : slope_(options.slope) {}

  at::Tensor penalty(const at::Tensor& windows, const at::Tensor& output,
                     facet::Random&) const override {
    // create_graph: the penalty is trained on, so its own gradient is needed.
    const at::Tensor gradient =
        torch::autograd::grad({output.sum()}, {windows}, {}, true, /*create_graph=*/true)[0];
    // Where the gradient is 0 its length has no derivative: a little keeps that finite.
    const at::Tensor length = (gradient.square().sum({1, 2}) + 1e-12).sqrt();
    return (length - slope_).square().mean();
  }

 private:
  double slope_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<SlopePenalty>("SlopePenalty", "holds the gradient's length near a value");
}
