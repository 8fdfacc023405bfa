#pragma once

#include "encoder.h"

namespace facet {

/// offset1-model-mse-v2-<n>layers and offset1-model-mse-resnet-<n>layers: n inner layers, each with
/// weights of its own.
class DeepPerceptron : public Encoder {
 public:
  struct Options : EncoderOptions {
    // What makes the family; not options.
    std::int64_t num_inner = 1;
    bool residual = false;
    bool bounded = false;

    static void describe(OptionsDescription<Options>& options) { describe_encoder(options, 2); }
  };
  static inline const Documentation documentation{
      .formula =
          "GELU(L(N to U)), n x GELU(L(U to U)), GELU(L(U to U/2)), Linear(U/2 to O), in -tanh "
          "tanh, with normalize y / |y|; L is Linear, in -resnet Linear(x) + x filled up with "
          "zeros or cut to the number of outputs",
      .shapes = "B x N x 1 to B x O",
      .source = "Schneider, Gonzalez Laiz, Filippova, Frey, Mathis, AISTATS (2025)"};

  DeepPerceptron(const Options& options, const Arguments& arguments);
};

}  // namespace facet
