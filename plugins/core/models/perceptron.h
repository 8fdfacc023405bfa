#pragma once

#include "encoder.h"

namespace facet {

/// offset1-model (hidden sizes U, U, U/2) and offset1-model-v2 (U, U, U), on single bins.
class Perceptron : public Encoder {
 public:
  struct Options : EncoderOptions {
    bool halved = true;  // the last hidden layer: what makes the family; not an option

    static void describe(OptionsDescription<Options>& options) { describe_encoder(options, 2); }
  };
  static inline const Documentation documentation{
      .formula =
          "Linear(N to U), GELU, Linear(U to U), GELU, Linear(U to U/2, in offset1-model-v2 U), "
          "GELU, Linear(U/2 to O), with normalize y / |y|",
      .shapes = "B x N x 1 to B x O",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  Perceptron(const Options& options, const Arguments& arguments);
};

}  // namespace facet
