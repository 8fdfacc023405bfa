#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "facet/model.h"
#include "facet/stateful.h"
#include "framework/training/named_state.h"

namespace facet {

/// Where a run keeps what it learned: an npz file (see run_arrays.h) with `state.<key>` for every
/// parameter and buffer of the model (of several sessions `state.<session>.<key>`, counted from 0),
/// `criterion.<key>` for those of the criterions, and `num_neurons`, one number per model. Together
/// with the run's config it rebuilds the models through the plugins.

/// `model` is the model_state of what was trained; one number of neurons per model.
void save_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful& criterion, const std::vector<std::int64_t>& num_neurons);

/// One number per model.
std::vector<std::int64_t> saved_num_neurons(const std::string& path);

/// Copies a saved state into what `model` (a model_state) refers to, and into `criterion` unless it
/// is null. Throws Error that lists every key that is missing, not known or of another shape.
void load_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful* criterion = nullptr);

/// Throws Error that names the file where a parameter or buffer is not finite: such a model says
/// nothing.
void require_finite(const std::string& path, const std::vector<NamedTensor>& model);

/// Copies the saved state of the criterions alone. Throws Error as load_model does.
void load_criterion(const std::string& path, const Stateful& criterion);

}  // namespace facet
