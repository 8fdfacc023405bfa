#pragma once

#include <string>

#include "facet/export.h"
#include "facet/value.h"
#include "framework/assembly/assembly.h"
#include "framework/registry/registry.h"

namespace facet {

// Encoders that CEBRA trained, in a file of the format safetensors, as the script of
// docs/coming_from_cebra.md makes it of a checkpoint: the parameters under their names (of several
// sessions `0.net.0.weight`), and as its metadata `cebra` JSON with `model`, `num_units`,
// `num_output`, `normalize` and `num_neurons`, one for each session.

/// The `[model]` of a config for these encoders. Throws Error that names the file and says what it
/// lacks.
FACET_API Table imported_model(const std::string& path, const Registry& registry);

/// Copies the parameters of the file into the encoders of what was assembled of such a config.
/// Throws Error where their number, their neurons or their parameters are others.
FACET_API void import_parameters(const std::string& path, Assembly& assembly);

}  // namespace facet
