#pragma once

#include "encoder.h"

namespace facet {

/// offset4-model-2x-subsample: a halving of the rate, then a perceptron.
class SubsamplingPerceptron : public Encoder {
 public:
  struct Options : EncoderOptions {
    static void describe(OptionsDescription<Options>& options) { describe_encoder(options, 2); }
  };
  static inline const Documentation documentation{
      .formula =
          "[Conv1d(N to U, 4, stride 2), every second bin of x], Linear(U + N to U), GELU, "
          "Linear(U to U), GELU, Linear(U to U/2), GELU, Linear(U/2 to O), with normalize y / |y|",
      .shapes = "B x N x 4 to B x O",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  SubsamplingPerceptron(const Options& options, const Arguments& arguments);
};

}  // namespace facet
