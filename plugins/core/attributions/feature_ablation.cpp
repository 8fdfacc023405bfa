#include "feature_ablation.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/stack.h>

#include "facet/plugin.h"

namespace facet {

void FeatureAblation::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("silence", &Options::silence,
           "a neuron in the whole window at once, or each bin of it by itself")
      .one_of({"neuron", "bin"});
}

at::Tensor FeatureAblation::attribute(Model& model, const at::Tensor& windows, Random&) const {
  const at::NoGradGuard no_grad;
  const std::int64_t num_samples = windows.size(0), num_neurons = windows.size(1);
  const std::int64_t num_bins = windows.size(2);
  const at::Tensor intact = model.forward(windows);
  // Neurons and bins as one axis of parts, each silenced in turn.
  const at::Tensor silenced = windows.clone(at::MemoryFormat::Contiguous);
  const at::Tensor parts =
      silences_bins_ ? silenced.view({num_samples, num_neurons * num_bins, 1}) : silenced;
  std::vector<at::Tensor> losses;
  for (std::int64_t part = 0; part < parts.size(1); ++part) {
    const at::Tensor one = parts.select(1, part);
    const at::Tensor kept = one.clone();
    one.zero_();
    losses.push_back(intact - model.forward(silenced));
    one.copy_(kept);
  }
  const std::int64_t num_outputs = intact.size(1);
  return at::stack(losses, 2)
      .view({num_samples, num_outputs, num_neurons, -1})
      .expand({num_samples, num_outputs, num_neurons, num_bins});
}

FACET_PLUGIN(registrar) {
  registrar.add<FeatureAblation>("feature-ablation", "what outputs lose when a neuron is silent");
}

}  // namespace facet
