#include "gradient_shap.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/randperm.h>
#include <ATen/ops/zeros_like.h>

#include "facet/plugin.h"
#include "output_gradients.h"

namespace facet {

void GradientShap::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("baselines", &Options::baselines,
           "where paths begin: silence, or all entries of a batch's windows shuffled")
      .one_of({"zeros", "shuffle"});
  options.add("n_samples", &Options::n_samples, "draws for each window").at_least(1).at_most(1e5);
  options.add("stdevs", &Options::stdevs, "standard deviation of the noise on the signals")
      .at_least(0);
}

at::Tensor GradientShap::baselines(const at::Tensor& windows, Random& random) const {
  if (options_.baselines == "zeros") return at::zeros_like(windows);
  const at::Tensor order = at::randperm(windows.numel(), random.generator(), at::kLong);
  return windows.flatten().index_select(0, order.to(windows.device())).view(windows.sizes());
}

at::Tensor GradientShap::attribute(Model& model, const at::Tensor& windows, Random& random) const {
  at::Tensor sum;
  for (std::int64_t draw = 0; draw < options_.n_samples; ++draw) {
    at::Tensor end = windows;
    if (options_.stdevs > 0)
      end = end +
            options_.stdevs *
                at::randn(windows.sizes(), random.generator(), at::kFloat).to(windows.options());
    const at::Tensor begin = baselines(windows, random);
    const at::Tensor part = at::rand({windows.size(0), 1, 1}, random.generator(), at::kFloat);
    const at::Tensor way = end - begin;
    const at::Tensor term =
        output_gradients(model, begin + part.to(windows.options()) * way) * way.unsqueeze(1);
    sum = sum.defined() ? sum + term : term;
  }
  return sum / static_cast<double>(options_.n_samples);
}

FACET_PLUGIN(registrar) {
  registrar.add<GradientShap>("neuron-gradient-shap",
                              "integrated gradients at random points from random baselines");
}

}  // namespace facet
