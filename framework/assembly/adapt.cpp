#include "framework/assembly/adapt.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <map>

#include "facet/error.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

namespace {

using Sizes = std::map<std::string, std::vector<std::int64_t>>;

Sizes sizes_with(std::int64_t num_neurons, const ComponentChoice& choice, Registry& registry) {
  const auto model = registry.create<Model>(choice, {num_neurons}, "model");
  Sizes sizes;
  for (const NamedTensor& own : model_state(*model)) sizes[own.name] = own.tensor.sizes().vec();
  return sizes;
}

/// The tensors of a trained encoder, under the names that the model itself gave them.
std::map<std::string, at::Tensor> trained_state(const AdaptConfig& config, Registry& registry) {
  const TrainedRun run = load_run(RunFolder(config.run), registry);
  const std::int64_t session = find_session(run.config.data, config.session);
  std::map<std::string, at::Tensor> state;
  for (const NamedTensor& own : model_state(run.encoders.of(session).module()))
    state[own.name] = own.tensor;
  return state;
}

}  // namespace

std::vector<std::string> neuron_keys(const ComponentChoice& model, Registry& registry) {
  const Sizes few = sizes_with(8, model, registry), more = sizes_with(16, model, registry);
  std::vector<std::string> keys;
  for (const auto& [key, sizes] : few)
    if (sizes != more.at(key)) keys.push_back(key);
  return keys;
}

void adapt_model(const AdaptConfig& config, const ComponentChoice& choice, Registry& registry,
                 Model& model) {
  const std::vector<std::string> own_keys = neuron_keys(choice, registry);
  if (own_keys.empty())
    throw Error("no layer of '" + choice.name + "' depends on the number of neurons");
  const auto trained = trained_state(config, registry);
  const at::NoGradGuard no_grad;
  for (NamedTensor& own : model_state(model)) {
    if (std::find(own_keys.begin(), own_keys.end(), own.name) != own_keys.end()) continue;
    const auto found = trained.find(own.name);
    if (found == trained.end() || found->second.sizes() != own.tensor.sizes())
      throw Error("the model of " + config.run + " has not the same '" + own.name +
                  "': adapting needs the run's model with the same options");
    own.tensor.copy_(found->second);
    own.tensor.set_requires_grad(false);
  }
}

void adapt_criterion(const AdaptConfig& config, const Stateful& criterion) {
  load_criterion(RunFolder(config.run).model(), criterion);
  for (const NamedTensor& own : criterion.state()) own.tensor.set_requires_grad(false);
}

}  // namespace facet
