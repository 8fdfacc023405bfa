#pragma once

#include <vector>

#include "encoder.h"
#include "facet/registrar.h"

namespace facet {

/// A perceptron on single bins: linear layers of these hidden sizes with GELU between them, and
/// what a family puts after the last one.
class PointwiseEncoder : public Encoder {
 public:
  Offset offset() const override { return {0, 1}; }

 protected:
  PointwiseEncoder(const Arguments& arguments, const std::vector<std::int64_t>& hidden_sizes,
                   std::int64_t num_output, bool normalize);
};

/// offset1-model: hidden sizes U, U, U/2.
class Offset1Model : public PointwiseEncoder {
 public:
  struct Options {
    std::int64_t num_units = 32;
    std::int64_t num_output = 8;
    bool normalize = true;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "Linear(N to U), GELU, Linear(U to U), GELU, Linear(U to U/2), GELU, "
          "Linear(U/2 to O), with normalize y / |y|",
      .shapes = "B x N x 1 to B x O",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  Offset1Model(const Options& options, const Arguments& arguments);
};

}  // namespace facet
