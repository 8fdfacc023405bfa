#pragma once

#include "facet/attribution.h"
#include "facet/registrar.h"

namespace facet {

/// The Jacobian of the embedding with respect to the signals.
class Jacobian : public Attribution {
 public:
  /// Which of its names this is: the same method goes by two.
  struct Options {
    std::string map_name = "jf";

    static void describe(OptionsDescription<Options>&) {}
  };
  static inline const Documentation documentation{
      .formula =
          "J_oj(t) = d y_o / d x_j(t), exact; its inverses are the transposed Moore-Penrose "
          "inverses of each window's O x N matrix, in double precision, singular values "
          "below max(O, N) eps32 s_max dropped",
      .shapes = "x: B x N x T; J: B x O x N x T",
      .units =
          "of the embedding per unit of the signals; inverses: of the signals per unit of the "
          "embedding",
      .source =
          "Schneider, Gonzalez Laiz, Filippova, Frey, Mathis, Time-series attribution maps "
          "with regularized contrastive learning (xCEBRA), AISTATS 2025"};

  explicit Jacobian(const Options& options) : map_name_(options.map_name) {}

  at::Tensor attribute(Model& model, const at::Tensor& windows, Random& random) const override;
  std::string map_name() const override { return map_name_; }
  bool is_jacobian() const override { return true; }

 private:
  std::string map_name_;
};

}  // namespace facet
