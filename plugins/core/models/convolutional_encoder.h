#pragma once

#include "encoder.h"

namespace facet {

/// offset<n>-model: a convolution, `num_skips` residual convolutions, and a convolution to the
/// outputs; the window has 2 num_skips + last_kernel + 1 bins.
class ConvolutionalEncoder : public Encoder {
 public:
  struct Options : EncoderOptions {
    // What makes the family; not options.
    std::int64_t num_skips = 3;
    std::int64_t last_kernel = 3;
    bool bounded = false;

    static void describe(OptionsDescription<Options>& options) { describe_encoder(options, 1); }
  };
  static inline const Documentation documentation{
      .formula =
          "Conv1d(N to U, 2), GELU, k x [x(1:-1) + GELU(Conv1d(U to U, 3))], "
          "Conv1d(U to O, 2 or 3), in offset10-model-mse-tanh tanh, with normalize y / |y|",
      .shapes = "B x N x T to B x O, or B x O x (T - window + 1) for longer windows",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  ConvolutionalEncoder(const Options& options, const Arguments& arguments);

  bool convolutional() const override { return true; }
};

}  // namespace facet
