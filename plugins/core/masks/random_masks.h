#pragma once

#include "facet/mask.h"
#include "facet/registrar.h"
#include "mask_ratio.h"

namespace facet {

/// Every neuron of every window is hidden with probability `ratio`.
class RandomNeuronMask : public Mask {
 public:
  using Options = MaskRatio;
  static inline const Documentation documentation = {
      .formula = "keep[b, n] ~ Bernoulli(1 - ratio), the same in all bins of window b",
      .shapes = "windows: B x N x T",
      .units = "ratio: a fraction of the neurons",
      .source =
          "Zhang et al. 2024, Towards a \"universal translator\" for neural dynamics "
          "(arXiv 2407.14668)"};

  explicit RandomNeuronMask(const Options& options) : options_(options) {}
  at::Tensor keep(const WindowShape& shape, Random& random) const override;

 private:
  Options options_;
};

/// Every bin of every window is hidden with probability `ratio`.
class RandomTimestepMask : public Mask {
 public:
  using Options = MaskRatio;
  static inline const Documentation documentation = {
      .formula = "keep[b, t] ~ Bernoulli(1 - ratio), the same for all neurons of window b",
      .shapes = "windows: B x N x T",
      .units = "ratio: a fraction of the bins",
      .source = "Zhang et al. 2024 (arXiv 2407.14668)"};

  explicit RandomTimestepMask(const Options& options) : options_(options) {}
  at::Tensor keep(const WindowShape& shape, Random& random) const override;

 private:
  Options options_;
};

}  // namespace facet
