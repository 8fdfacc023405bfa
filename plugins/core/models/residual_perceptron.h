#pragma once

#include "encoder.h"

namespace facet {

/// offset1-model-v3, -v4 and -v5: a perceptron on single bins with shortcuts around its inner
/// layers.
class ResidualPerceptron : public Encoder {
 public:
  struct Options : EncoderOptions {
    // What makes the family; not options.
    std::int64_t num_skips = 2;
    bool gelu_inside = false;  ///< a shortcut goes around the GELU too

    static void describe(OptionsDescription<Options>& options) { describe_encoder(options, 2); }
  };
  static inline const Documentation documentation{
      .formula =
          "Linear(N to U), GELU, k x GELU(x + Linear(U to U)), in offset1-model-v4 "
          "k x [x + GELU(Linear(U to U))], Linear(U to O), with normalize y / |y|; "
          "k = 2 in v3, 4 in v4 and v5",
      .shapes = "B x N x 1 to B x O",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  ResidualPerceptron(const Options& options, const Arguments& arguments);
};

}  // namespace facet
