#pragma once

#include "encoder.h"

namespace facet {

/// offset40-model-4x-subsample and offset20-model-4x-subsample: two halvings of the rate, then
/// residual convolutions. One output a window, so not convolutional.
class SubsamplingEncoder : public Encoder {
 public:
  struct Options : EncoderOptions {
    // What makes the family; not options.
    std::int64_t window = 40;
    std::int64_t num_skips = 3;
    std::int64_t last_kernel = 3;

    static void describe(OptionsDescription<Options>& options) { describe_encoder(options, 1); }
  };
  static inline const Documentation documentation{
      .formula =
          "[Conv1d(N to U, 4, stride 2), every second bin of x], Conv1d(U + N to U, 3, stride 2), "
          "GELU, k x [x(1:-1) + GELU(Conv1d(U to U, 3))], Conv1d(U to O, 2 or 3), with normalize "
          "y / |y|",
      .shapes = "B x N x window to B x O",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  SubsamplingEncoder(const Options& options, const Arguments& arguments);
};

}  // namespace facet
