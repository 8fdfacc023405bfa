#pragma once

#include "facet/attribution.h"
#include "facet/registrar.h"

namespace facet {

/// Gradients along the straight path from silence to the signals.
class IntegratedGradients : public Attribution {
 public:
  struct Options {
    std::int64_t n_steps = 50;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula =
          "x_j(t) * integral over a in [0, 1] of d y_o / d x_j(t) at a x, by Gauss-Legendre; "
          "its sum over j and t is y_o(x) - y_o(0)",
      .shapes = "x: B x N x T; the result B x O x N x T",
      .units = "of the embedding",
      .source = "Sundararajan, Taly, Yan, Axiomatic attribution for deep networks, ICML 2017"};

  explicit IntegratedGradients(const Options& options) : num_steps_(options.n_steps) {}

  at::Tensor attribute(Model& model, const at::Tensor& windows, Random& random) const override;
  std::string map_name() const override { return "integrated-gradients"; }

 private:
  std::int64_t num_steps_;
};

}  // namespace facet
