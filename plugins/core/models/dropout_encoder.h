#pragma once

#include "encoder.h"

namespace facet {

/// offset36-model-dropout and offset36-model-more-dropout: offset36-model, whose channels are
/// dropped at random in training.
class DropoutEncoder : public Encoder {
 public:
  struct Options : EncoderOptions {
    double dropout = 0.1;
    bool in_skips = false;  // what makes the family; not an option

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "Conv1d(N to U, 2), Dropout, GELU, 16 x [x(1:-1) + GELU(Conv1d(U to U, 3))], "
          "Conv1d(U to O, 3), with normalize y / |y|; in offset36-model-more-dropout also Dropout "
          "before each inner Conv1d. Dropout sets each channel of each window to zero with "
          "probability dropout, and divides what remains by 1 - dropout",
      .shapes = "B x N x T to B x O, or B x O x (T - 35) for longer windows",
      .source =
          "Schneider, Lee, Mathis, Nature 617 (2023); Srivastava, Hinton, Krizhevsky, Sutskever, "
          "Salakhutdinov, JMLR 15 (2014)"};

  DropoutEncoder(const Options& options, const Arguments& arguments);

  bool convolutional() const override { return true; }
};

}  // namespace facet
