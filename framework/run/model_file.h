#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/model.h"
#include "facet/stateful.h"

namespace facet {

/// Where a run keeps what it learned: an npz file that numpy reads, with `state.<key>` for every
/// parameter and buffer of the model, `criterion.<key>` for those of the criterions, and
/// `num_neurons`. Together with the run's config it rebuilds the model through the plugins.

/// Parameters and buffers under the names that the model registered.
std::vector<NamedTensor> model_state(const Model& model);

void save_model(const std::string& path, const Model& model, const Stateful& criterion,
                std::int64_t num_neurons);

std::int64_t saved_num_neurons(const std::string& path);

/// Copies a saved state into `model`, and into `criterion` unless it is null. Throws Error that
/// lists every key that is missing, not known or of another shape.
void load_model(const std::string& path, Model& model, const Stateful* criterion = nullptr);

}  // namespace facet
