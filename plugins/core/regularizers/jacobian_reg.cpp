#include "jacobian_reg.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/autograd.h>

#include "facet/plugin.h"
#include "facet/unit_length.h"

namespace facet {

namespace {

/// |v^T dy/dx|^2 summed over all samples; v: B x d.
at::Tensor squared_projection(const at::Tensor& windows, const at::Tensor& output,
                              const at::Tensor& v) {
  const auto gradients = torch::autograd::grad({output}, {windows}, {v}, /*retain_graph=*/true,
                                               /*create_graph=*/true);
  return gradients[0].square().sum();
}

at::Tensor unit_vectors(const at::Tensor& output, std::int64_t column) {
  const at::Tensor v = at::zeros_like(output);
  v.select(1, column).fill_(1);
  return v;
}

at::Tensor random_directions(const at::Tensor& output, Random& random) {
  return unit_length(random.normal_rows(output.sizes()), 1).to(output.options());
}

}  // namespace

void JacobianReg::Options::describe(OptionsDescription<Options>& options) {
  options.add("n", &Options::n, "random projections a sample; -1: the exact norm")
      .at_least(-1)
      .at_most(1e4);
}

void JacobianReg::Options::validate(Problems& problems, const std::string& key) const {
  if (n == 0) problems.add({}, join_key(key, "n"), "must be -1 (exact) or >= 1, got 0");
}

at::Tensor JacobianReg::penalty(const at::Tensor& windows, const at::Tensor& output,
                                Random& random) const {
  const std::int64_t num_samples = output.size(0), d = output.size(1);
  const bool exact = num_projections_ == -1;
  const std::int64_t num_projections = exact ? d : num_projections_;
  at::Tensor sum;
  for (std::int64_t p = 0; p < num_projections; ++p) {
    const at::Tensor v = exact ? unit_vectors(output, p) : random_directions(output, random);
    const at::Tensor square = squared_projection(windows, output, v);
    sum = p == 0 ? square : sum + square;
  }
  return sum * (static_cast<double>(d) / static_cast<double>(2 * num_projections * num_samples));
}

FACET_PLUGIN(registrar) {
  registrar.add<JacobianReg>("JacobianReg", "the Jacobian's squared norm, by random projections");
}

}  // namespace facet
