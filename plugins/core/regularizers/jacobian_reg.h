#pragma once

#include "facet/registrar.h"
#include "facet/regularizer.h"

namespace facet {

/// Penalises the Jacobian of the embedding with respect to the signals.
class JacobianReg : public Regularizer {
 public:
  struct Options {
    std::int64_t n = 1;

    static void describe(OptionsDescription<Options>& options);
    void validate(Problems& problems, const std::string& key) const;
  };
  static inline const Documentation documentation{
      .formula =
          "1 / (2 n B) sum_p d |v_p^T dy/dx|^2 with v_p uniform on the unit sphere, one for "
          "each sample; n = -1: exactly 1 / (2 B) |dy/dx|^2 (Frobenius), in d passes",
      .shapes = "x: B x N x T; y: B x d; the result a scalar",
      .source = "Hoffman, Roberts, Yaida, arXiv:1908.02729 (2019)"};

  explicit JacobianReg(const Options& options) : num_projections_(options.n) {}

  at::Tensor penalty(const at::Tensor& windows, const at::Tensor& output,
                     Random& random) const override;

 private:
  std::int64_t num_projections_;  // -1: exact
};

}  // namespace facet
