#pragma once

#include "facet/mask.h"
#include "facet/registrar.h"
#include "mask_ratio.h"

namespace facet {

/// A block of neighbouring neurons is hidden in every window, at a place of its own.
class NeuronBlockMask : public Mask {
 public:
  using Options = MaskRatio;
  static inline const Documentation documentation = {
      .formula = "K = floor(ratio N) neurons are hidden, [s, s + K) with s uniform in 0 .. N - K",
      .shapes = "windows: B x N x T",
      .units = "ratio: a fraction of the neurons",
      .source = "Zhang et al. 2024 (arXiv 2407.14668)"};

  explicit NeuronBlockMask(const Options& options) : options_(options) {}
  at::Tensor keep(const WindowShape& shape, Random& random) const override;

 private:
  Options options_;
};

/// Spans of bins are hidden in every window; they may overlap.
class TimeBlockMask : public Mask {
 public:
  struct Options {
    double sampled_rate = 0.065;
    std::int64_t masked_seq_len = 10;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation = {
      .formula =
          "spans of masked_seq_len bins begin at floor(sampled_rate T) bins, drawn without "
          "replacement; what is beyond the window is left out",
      .shapes = "windows: B x N x T",
      .units = "sampled_rate: a fraction of the bins; masked_seq_len: bins",
      .source = "Baevski et al. 2020, wav2vec 2.0 (arXiv 2006.11477)"};

  explicit TimeBlockMask(const Options& options) : options_(options) {}
  at::Tensor keep(const WindowShape& shape, Random& random) const override;

 private:
  Options options_;
};

}  // namespace facet
