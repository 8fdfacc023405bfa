#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "facet/model.h"
#include "facet/stateful.h"
#include "framework/config/used_components.h"
#include "framework/training/named_state.h"

namespace facet {

/// Where a run keeps what it learned: an npz file (see run_arrays.h) with `state.<key>` for every
/// parameter and buffer of the model (of several sessions `state.<session>.<key>`, counted from 0),
/// `criterion.<key>` for those of the criterions, `num_neurons`, one number per model, and
/// `components`, a line (uint8) for each component that the run's config chooses: its key and its
/// name in full. Together with the config it rebuilds the models through the plugins.

/// `model` is the model_state of what was trained; one number of neurons per model.
void save_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful& criterion, const std::vector<std::int64_t>& num_neurons,
                const std::vector<UsedComponent>& components = {});

/// One number per model.
std::vector<std::int64_t> saved_num_neurons(const std::string& path);

/// Throws Error that counts them where parameters are not finite.
void require_finite_model(const std::string& path);

/// Throws Error where the file is of another model than the component of that name in full.
void require_model_of(const std::string& path, const std::string& name);

/// Copies a saved state into what `model` (a model_state) refers to, and into `criterion` unless it
/// is null. Throws Error that lists every key that is missing, not known or of another shape,
/// and where parameters are not finite.
void load_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful* criterion = nullptr);

/// Copies the saved state of the criterions alone. Throws Error as load_model does.
void load_criterion(const std::string& path, const Stateful& criterion);

}  // namespace facet
