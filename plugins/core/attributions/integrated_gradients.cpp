#include "integrated_gradients.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/diag.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/zeros_like.h>

#include "facet/plugin.h"
#include "output_gradients.h"

namespace facet {

namespace {

/// Nodes and weights of a quadrature on [0, 1].
struct Quadrature {
  at::Tensor nodes, weights;
};

/// Gauss-Legendre by the eigenvectors of the Legendre polynomials' recurrence (Golub, Welsch 1969).
Quadrature gauss_legendre(std::int64_t num_nodes) {
  const at::Tensor k = at::arange(1, num_nodes, at::kDouble);
  const at::Tensor off_diagonal = k / (4 * k * k - 1).sqrt();
  const auto [values, vectors] =
      at::linalg_eigh(at::diag(off_diagonal, 1) + at::diag(off_diagonal, -1));
  return {(values + 1) / 2, vectors[0].square()};
}

}  // namespace

void IntegratedGradients::Options::describe(OptionsDescription<Options>& options) {
  options.add("n_steps", &Options::n_steps, "nodes of the quadrature").at_least(1).at_most(1e4);
}

at::Tensor IntegratedGradients::attribute(Model& model, const at::Tensor& windows, Random&) const {
  const auto [nodes, weights] = gauss_legendre(num_steps_);
  at::Tensor integral;
  for (std::int64_t step = 0; step < num_steps_; ++step) {
    const at::Tensor term = output_gradients(model, windows * nodes[step].item<double>()) *
                            weights[step].item<double>();
    integral = integral.defined() ? integral + term : term;
  }
  return integral * windows.unsqueeze(1);
}

FACET_PLUGIN(registrar) {
  registrar.add<IntegratedGradients>("integrated-gradients",
                                     "gradients along the path from silence to the signals");
}

}  // namespace facet
