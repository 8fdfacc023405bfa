#pragma once

#include "facet/attribution.h"
#include "facet/registrar.h"

namespace facet {

/// What the outputs lose when a part of the signals is silenced.
class FeatureAblation : public Attribution {
 public:
  struct Options {
    std::string silence = "neuron";

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "y(x) - y(x with a neuron, or one bin of it, set to 0)",
      .shapes = "x: B x N x T; the result B x O x N x T, of a silenced neuron the same in all bins",
      .units = "of the embedding",
      .source = "Zeiler, Fergus, Visualizing and understanding convolutional networks, ECCV 2014"};

  explicit FeatureAblation(const Options& options) : silences_bins_(options.silence == "bin") {}

  at::Tensor attribute(Model& model, const at::Tensor& windows, Random& random) const override;
  std::string map_name() const override { return "feature-ablation"; }

 private:
  bool silences_bins_;
};

}  // namespace facet
