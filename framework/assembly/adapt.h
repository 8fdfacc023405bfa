#pragma once

#include <string>
#include <vector>

#include "facet/model.h"
#include "facet/stateful.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The names of a model's parameters and buffers whose shape depends on the number of neurons: its
/// first layer, as a rule. Found by building it for two numbers of neurons; draws from libtorch's
/// global generator. Throws OptionsError or Error where the model cannot be built.
std::vector<std::string> neuron_keys(const ComponentChoice& model, Registry& registry);

/// Gives `model`, built anew for other neurons, what the encoder of a trained run knows of
/// everything else: the tensors that do not depend on the number of neurons are copied and frozen,
/// those that do stay as they are and are trained. Throws Error where the run's model is another.
void adapt_model(const AdaptConfig& config, const ComponentChoice& choice, Registry& registry,
                 Model& model);

/// The same of the criterions: all of their state is copied and frozen.
void adapt_criterion(const AdaptConfig& config, const Stateful& criterion);

}  // namespace facet
